using System.Collections.Frozen;
using IvrAutomat.Calls;
using IvrAutomat.Flow;

namespace IvrAutomat.Dialogue;

/// <summary>What moves a call, one for each kind of input.</summary>
public static class Triggers
{
    /// <summary>The call came in.</summary>
    public static readonly Trigger<CallStarted> Started = new("started");

    /// <summary>A person is wanted.</summary>
    public static readonly Trigger<CommandGiven> Person = new("0");

    /// <summary>Say it again.</summary>
    public static readonly Trigger<CommandGiven> Repeat = new("*");

    /// <summary>Say it slowly.</summary>
    public static readonly Trigger<CommandGiven> Slower = new("slower");

    /// <summary>Back to the order's menu.</summary>
    public static readonly Trigger<CommandGiven> Back = new("9");

    /// <summary>A moment.</summary>
    public static readonly Trigger<CommandGiven> Wait = new("moment");

    /// <summary>The caller does not know or have it.</summary>
    public static readonly Trigger<CommandGiven> Help = new("help");

    /// <summary>Are you there?</summary>
    public static readonly Trigger<CommandGiven> Hello = new("hello");

    /// <summary>The caller says goodbye.</summary>
    public static readonly Trigger<CommandGiven> End = new("end");

    /// <summary>Nothing came, or <c>#</c> alone in an entry.</summary>
    public static readonly Trigger<Silence> Silent = new("silence");

    /// <summary>A key that is no option.</summary>
    public static readonly Trigger<OtherKey> OtherKey = new("other key");

    /// <summary><c>#</c> out of habit.</summary>
    public static readonly Trigger<HabitHash> HabitHash = new("#");

    /// <summary>An incomplete entry.</summary>
    public static readonly Trigger<TooShort> TooShort = new("too short");

    /// <summary>Words or keys without a meaning here.</summary>
    public static readonly Trigger<NotUnderstood> NotUnderstood = new("not understood");

    /// <summary><c>*</c> in an entry.</summary>
    public static readonly Trigger<EntryRestarted> EntryRestarted = new("* in an entry");

    /// <summary>A language was chosen.</summary>
    public static readonly Trigger<LanguageChosen> Language = new("language");

    /// <summary>A complete order number.</summary>
    public static readonly Trigger<NumberOffered> Number = new("number");

    /// <summary>A complete PIN, checked.</summary>
    public static readonly Trigger<PinOffered> Pin = new("PIN");

    /// <summary>A complete phone number.</summary>
    public static readonly Trigger<PhoneOffered> Phone = new("phone number");

    /// <summary>The order was read.</summary>
    public static readonly Trigger<OrderRead> OrderRead = new("order read");

    /// <summary>The shop did not answer.</summary>
    public static readonly Trigger<ShopUnavailable> ShopUnavailable = new("shop unavailable");

    /// <summary>The shop confirmed what was asked for.</summary>
    public static readonly Trigger<RequestDone> RequestDone = new("done");

    /// <summary>The order had changed.</summary>
    public static readonly Trigger<RequestRefused> RequestRefused = new("not possible any more");

    /// <summary>A code is on its way.</summary>
    public static readonly Trigger<CodeSent> CodeSent = new("code sent");

    /// <summary>No code was sent.</summary>
    public static readonly Trigger<CodeNotSent> CodeNotSent = new("no code sent");

    /// <summary>The courier's days are known.</summary>
    public static readonly Trigger<CourierOffered> CourierOffered = new("courier's days");

    /// <summary>A complete company number.</summary>
    public static readonly Trigger<CompanyOffered> Company = new("company number");

    /// <summary>The caller's own words.</summary>
    public static readonly Trigger<WordsTaken> Words = new("own words");

    /// <summary>A person has the request.</summary>
    public static readonly Trigger<RequestHandedOver> RequestHandedOver = new("handed over");

    /// <summary>The case is written.</summary>
    public static readonly Trigger<CaseOpened> CaseOpened = new("case opened");

    /// <summary>The case is closed.</summary>
    public static readonly Trigger<CaseClosed> CaseClosed = new("case closed");

    /// <summary>The caller waits for a person and has done nothing.</summary>
    public static readonly Trigger<StillWaiting> StillWaiting = new("still waiting");

    /// <summary>The caller is out of the queue.</summary>
    public static readonly Trigger<QueueLeft> QueueLeft = new("left the queue");

    /// <summary>A person took the call.</summary>
    public static readonly Trigger<AgentTook> AgentTook = new("agent took");

    /// <summary>The person who took the call did not arrive.</summary>
    public static readonly Trigger<AgentLost> AgentLost = new("agent lost");

    /// <summary>A person gave the caller back.</summary>
    public static readonly Trigger<GivenBack> GivenBack = new("given back");

    /// <summary>The caller is alone again.</summary>
    public static readonly Trigger<TalkEnded> TalkEnded = new("talk ended");

    /// <summary>Work is not finished within the turn.</summary>
    public static readonly Trigger<StillWorking> StillWorking = new("still working");

    /// <summary>The caller is gone.</summary>
    public static readonly Trigger<HungUp> HungUp = new("hang-up");

    /// <summary>What every state must have a way out for; the check walks them.</summary>
    public static IReadOnlyList<Trigger> Unavoidable { get; } = [Silent, OtherKey, NotUnderstood, HungUp, Person];

    private static readonly FrozenDictionary<string, Trigger<OptionChosen>> Options =
        Dialogue.Options.All.ToFrozenDictionary(option => option.Name);

    /// <summary>The trigger of an option; entries of a list ("order 2", "day 1") have one trigger for all.</summary>
    /// <exception cref="ArgumentException">No menu has such an option.</exception>
    public static Trigger<OptionChosen> Of(OptionChosen chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var name = chosen.Option.AsSpan().TrimEnd("0123456789").TrimEnd(' ').ToString();
        return Options.TryGetValue(name, out var trigger)
            ? trigger
            : throw new ArgumentException($"No menu has an option '{name}'.", nameof(chosen));
    }

    /// <summary>The trigger of a command.</summary>
    public static Trigger<CommandGiven> Of(GlobalCommand command) => command switch
    {
        GlobalCommand.Person => Person,
        GlobalCommand.Repeat => Repeat,
        GlobalCommand.Slower => Slower,
        GlobalCommand.Back => Back,
        GlobalCommand.Wait => Wait,
        GlobalCommand.Help => Help,
        GlobalCommand.Hello => Hello,
        GlobalCommand.End => End,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command."),
    };
}
