using IvrAutomat.Calls;
using IvrAutomat.Dialogue;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// What a call is likely to hear next. Deciding is pure, so it can be done for an input that has not come: nothing is saved, no work is begun,
/// no system elsewhere is asked. What comes of it only has audio made early; a guess that was wrong costs nothing but that.
/// </summary>
internal sealed partial class Foresight(TurnWords words, VoiceDesk voice, LikelyOrders likely, ILogger<Foresight> log)
{
    // A right PIN reads one order; a path that asks for more than this is not worth foreseeing.
    private const int MostResults = 2;

    /// <summary>Today in the shop's time zone.</summary>
    public DateOnly Today => words.Facts().Today;

    /// <summary>How a language greets the usual kinds of callers.</summary>
    public IEnumerable<SpokenText> Greetings(string language)
    {
        var facts = words.Facts();
        foreach (var known in (bool[])[false, true])
        {
            foreach (var lately in (bool[])[false, true])
            {
                var caller = new Caller(known, CanBeCalledBack: true, lately) { Language = language };
                var turn = ShopDialogue.Handle(ShopDialogue.Begin("greeting"), new CallStarted(caller), facts);
                foreach (var said in words.Say(turn.Say, turn.Call, new HeldValues()).Where(said => said.Language == language))
                {
                    yield return said;
                }
            }
        }
    }

    /// <summary>After a saved turn: while the caller types the PIN, the status of the orders that it may open comes to be heard.</summary>
    public void Look(Call call, Next next, HeldValues held)
    {
        if (next is ListenNext { Listen: SecretListen } && voice.Speaks(call.Language))
        {
            _ = Task.Run(() => LookSafelyAsync(call, held));
        }
    }

    private async Task LookSafelyAsync(Call call, HeldValues held)
    {
        try
        {
            foreach (var order in await likely(call, held.Caller, CancellationToken.None))
            {
                Imagine(call, held, order);
            }
        }
        catch (Exception failure)
        {
            LogFailed(failure);
        }
    }

    private void Imagine(Call call, HeldValues held, LikelyOrder order)
    {
        var facts = words.Facts();
        var turn = ShopDialogue.Handle(call, order.Pin, facts);
        var said = turn.Say;
        for (var results = 0; turn.Next is WaitNext && turn.Call.Awaiting is ReadOrder && results < MostResults; results++)
        {
            turn = ShopDialogue.Handle(turn.Call, new WorkFinished(order.Read), facts);
            said = said.AddRange(turn.Say);
        }

        // An address is read only once the order is proved.
        voice.Prepare(call.Id, words.Say([.. said.Where(each => !HeldNames.HaveAddress([each]))], turn.Call, held));
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Debug, Message = "What a call may hear next could not be foreseen")]
    private partial void LogFailed(Exception failure);
}

/// <summary>Orders that the entry which a call waits for may open, as this database has them; no system elsewhere is asked.</summary>
internal delegate Task<IReadOnlyList<LikelyOrder>> LikelyOrders(Call call, PhoneNumber? caller, CancellationToken cancellationToken);

/// <summary>An order that may be opened, and what would come of it.</summary>
/// <param name="Pin">The entry that would open it.</param>
/// <param name="Read">The order as far as it is known here.</param>
internal sealed record LikelyOrder(PinOffered Pin, OrderRead Read);
