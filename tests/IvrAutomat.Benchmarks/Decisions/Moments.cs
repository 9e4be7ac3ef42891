using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Benchmarks.Decisions;

/// <summary>A moment of a conversation at which Core decides.</summary>
public enum Moment
{
    /// <summary>In the order's menu the key that asks for cancelling.</summary>
    MenuKey,

    /// <summary>The right PIN of a known caller. Nothing is said yet: the order is read next.</summary>
    Pin,

    /// <summary>The order has been read: its status and its menu are said. The longest words of a usual call.</summary>
    OrderRead,

    /// <summary>Silence in the order's menu.</summary>
    Silence,
}

/// <summary>The calls that stand at each moment, brought there by the dialogue itself.</summary>
internal static class Moments
{
    // A working day's morning; the decisions are the same on any other.
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.FromHours(1));

    private static readonly DemoOrder Demo = DemoOrders.On(DateOnly.FromDateTime(Now.DateTime))[0];

    private static readonly PinOffered RightPin = new(PinVerdict.Right, [new OrderChoice(Demo.Order.Id, Demo.Order.OrderedOn)]);

    /// <summary>What may be known besides the call: the demo shop.</summary>
    public static Facts Facts { get; } = new(Now, ShopSettings.ToProfile(new ShopOptions(), new IdentificationOptions()));

    /// <summary>The call and the input.</summary>
    public static (Call Call, CallerInput Input) Of(Moment moment)
    {
        var known = new Caller(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false);
        var pin = After(ShopDialogue.Begin("CA00000000000000000000000000000001"), new CallStarted(known));
        if (moment == Moment.Pin)
        {
            return (pin, RightPin);
        }

        var reading = After(pin, RightPin);
        var read = new WorkFinished(new OrderRead(Demo.Order));
        return moment switch
        {
            Moment.OrderRead => (reading, read),
            Moment.MenuKey => (After(reading, read), new OptionChosen(Options.Cancel.Name)),
            Moment.Silence => (After(reading, read), new Silence()),
            _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "Not a moment."),
        };
    }

    private static Call After(Call call, CallerInput input)
    {
        var turn = ShopDialogue.Handle(call, input, Facts);
        return turn.Firing.WasExpected
            ? turn.Call
            : throw new InvalidOperationException($"In {call.State} the input {input.GetType().Name} means nothing.");
    }
}
