using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;

namespace IvrAutomat.Proof;

/// <summary>
/// Everything that a caller can do where the call listens, by class: each option, another key, too few digits, silence, words not
/// understood, each command, a complete entry of each outcome. What Web and <see cref="Hearing"/> cannot bring is not among it.
/// </summary>
/// <param name="situation">Who calls.</param>
/// <param name="bound">How finely.</param>
internal sealed class CallerMoves(Situation situation, PathBound bound)
{
    private const int MenuKeys = 8;

    private static readonly Move Silent = new(MoveKind.NoAnswer, new Silence());
    private static readonly Move AnotherKey = new(MoveKind.NoAnswer, new OtherKey());
    private static readonly Move Short = new(MoveKind.NoAnswer, new TooShort(3));
    private static readonly Move NotClear = new(MoveKind.NoAnswer, new NotUnderstood(5));
    private static readonly Move Person = new(MoveKind.Person, new CommandGiven(GlobalCommand.Person));
    private static readonly Move Hash = new(MoveKind.Answer, new HabitHash());

    private static readonly GlobalCommand[] Spoken =
        [GlobalCommand.Repeat, GlobalCommand.Slower, GlobalCommand.Wait, GlobalCommand.Help, GlobalCommand.Hello, GlobalCommand.End];

    /// <summary>The caller hangs up: possible at any time.</summary>
    public static Move Leaves { get; } = new(MoveKind.HangUp, new HungUp());

    /// <summary>What can happen while the call listens, as far as its part of the call is walked in full.</summary>
    /// <param name="call">The call.</param>
    /// <param name="listen">What it listens for.</param>
    /// <param name="isQueued">The caller waits for a person: silence is not heard there.</param>
    /// <param name="orders">The orders as they stand now.</param>
    public IEnumerable<Move> While(Call call, Listen listen, bool isQueued, ValueList<Order> orders)
    {
        var all = All(call, listen, orders).Where(move => !isQueued || move.Input is not Silence);
        if (bound.IsWhole)
        {
            return all;
        }

        var part = CallParts.Of(call);
        return (part == situation.Part ? all : all.Where(move => IsStraight(part, move, listen))).Where(move => IsOneLadder(call.Ladder, move.Input));
    }

    // The parts that are not this situation's: right entries, then another order, a person or nothing more.
    private bool IsStraight(CallPart part, Move move, Listen listen) => (part, move) switch
    {
        (_, { Kind: MoveKind.HangUp }) => true,
        (_, { Kind: MoveKind.Person }) => situation.Part == CallPart.Handover || part == CallPart.Order,
        (CallPart.Order, { Input: OptionChosen chosen }) => chosen.Option == Options.OtherOrder.Name,
        (CallPart.Identification, { Input: OptionChosen chosen }) => chosen.Option != Options.No.Name,
        (CallPart.Identification, { Input: NumberOffered number }) => number is { Spoken: false, OrderId: not null },
        (CallPart.Identification, { Input: PinOffered pin }) => pin.Verdict == PinVerdict.Right && pin.ByCode == (listen is SecretListen { Code: true }),
        _ => false,
    };

    private static bool IsOneLadder(Ladder ladder, CallerInput input) => input switch
    {
        Silence => ladder is { OtherKey: 0, TooShort: 0, NotUnderstood: 0 },
        OtherKey => ladder is { Silence: 0, TooShort: 0, NotUnderstood: 0 },
        TooShort => ladder is { Silence: 0, OtherKey: 0, NotUnderstood: 0 },
        NotUnderstood => ladder is { Silence: 0, OtherKey: 0, TooShort: 0 },
        _ => true,
    };

    private IEnumerable<Move> All(Call call, Listen listen, ValueList<Order> orders)
    {
        IEnumerable<Move> own = listen switch
        {
            MenuListen menu => [.. Menu(menu), Command(GlobalCommand.Repeat), Hash],
            WordsListen => [new(MoveKind.Answer, new WordsTaken(20)), AnotherKey, Command(GlobalCommand.Repeat), Hash],
            NumberListen number => [.. Number(number.Kind, orders), .. Entry(listen)],
            SecretListen secret => [.. Secret(call, secret, orders), .. Entry(listen)],
            _ => throw new ArgumentOutOfRangeException(nameof(listen), listen.GetType().Name, "Not a way of listening."),
        };
        IEnumerable<Move> everywhere = [.. own, Silent, NotClear, Person, Command(GlobalCommand.Back), Leaves];
        return listen.Speech ? everywhere.Concat(Spoken.Select(Command)) : everywhere;
    }

    private static Move Command(GlobalCommand command) => new(MoveKind.Answer, new CommandGiven(command));

    private static IEnumerable<Move> Menu(MenuListen menu)
    {
        foreach (var option in menu.Options)
        {
            yield return new Move(MoveKind.Answer, new OptionChosen(option.Name));
        }

        if (menu.Options.Count(option => option.Key <= MenuKeys) < MenuKeys)
        {
            yield return AnotherKey;
        }
    }

    private static IEnumerable<Move> Entry(Listen listen)
    {
        yield return Short;
        yield return new Move(MoveKind.Answer, new EntryRestarted());
        if (listen.First)
        {
            yield return Command(GlobalCommand.Hello);
        }

        foreach (var language in listen.Languages)
        {
            yield return new Move(MoveKind.Answer, new LanguageChosen(language.Tag));
        }
    }

    private static IEnumerable<Move> Number(NumberKind kind, ValueList<Order> orders) => kind switch
    {
        NumberKind.Order =>
        [
            new(MoveKind.Answer, new NumberOffered(orders[0].Id, Length: 10, Spoken: false)),
            new(MoveKind.Answer, new NumberOffered(orders[0].Id, Length: 10, Spoken: true)),
            new(MoveKind.Answer, new NumberOffered(OrderId: null, Length: 10, Spoken: false)),
        ],
        NumberKind.Company => [new(MoveKind.Answer, new CompanyOffered(IsValid: true)), new(MoveKind.Answer, new CompanyOffered(IsValid: false))],
        _ => [new(MoveKind.Answer, new PhoneOffered(CanBeCalled: true)), new(MoveKind.Answer, new PhoneOffered(CanBeCalled: false))],
    };

    // An unknown number has no right PIN; a code asked for by telephone may open an order all the same.
    private IEnumerable<Move> Secret(Call call, SecretListen secret, ValueList<Order> orders)
    {
        var identification = call.Identification;
        if (identification.Candidate is not null || identification.ByCallersNumber || identification.Code is not null and not CodeFor.Order)
        {
            var opened = situation.SharesPin ? orders : [orders[0]];
            yield return Right(opened, secret.Code);
            if (call.Caller.HasCode && !secret.Code)
            {
                yield return Right(opened, byCode: true);
            }
        }

        yield return new Move(MoveKind.Answer, new PinOffered(PinVerdict.Wrong, []));
        yield return new Move(MoveKind.Answer, new PinOffered(PinVerdict.Locked, []));
    }

    private Move Right(ValueList<Order> opened, bool byCode) => new(
        MoveKind.Answer,
        new PinOffered(PinVerdict.Right, [.. opened.Select(order => new OrderChoice(order.Id, order.OrderedOn))])
        {
            ByCode = byCode,
            FromOwnNumber = situation.Caller.HasOpenOrder,
        });
}
