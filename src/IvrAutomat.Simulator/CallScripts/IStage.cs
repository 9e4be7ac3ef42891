using System.Text.Json.Serialization;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>What a script can set or see beyond the phone. The product implements it in one place.</summary>
public interface IStage
{
    /// <summary>Webhooks that at this moment only wait, for a timer or for a worker.</summary>
    /// <remarks>
    /// Raised before the wait begins; lowered by whoever ends the wait, before the waiting turn goes on, so that there is no
    /// instant in which a turn runs and counts as parked.
    /// </remarks>
    int Parked { get; }

    /// <summary>Workers of the product that are running.</summary>
    /// <remarks>
    /// A worker that only waits for a timer (a slow shop, a back-off, its next poll) does not count; one that has been given work
    /// counts from the moment it was given, not from the moment a thread took it up.
    /// </remarks>
    int Busy { get; }

    /// <summary>Requests of the product to the shop's systems that are under way, those that a stand-in lets wait included.</summary>
    int Asking { get; }

    /// <summary>The words that a sound file of the product says, by its path; null for music, and for what nobody can tell.</summary>
    /// <remarks>Scripts and captions are about words. The carrier itself plays the file, whatever this says.</remarks>
    string? WordsOf(string path) => null;

    /// <summary>The callers whose situations can be played on the phone page. For demonstration only.</summary>
    IReadOnlyList<DemoCaller> Callers { get; }

    /// <summary>The people to whom callers are handed over, each with a phone. For demonstration and scripts.</summary>
    IReadOnlyList<AgentPhone> Agents { get; }

    /// <summary>Brings the product's data to the state in which a script begins. Time passes meanwhile if it must.</summary>
    /// <returns>What is given but does not exist (an order, a state, a setting), a sentence each; empty when all is prepared.</returns>
    Task<IReadOnlyList<string>> PrepareAsync(StageSetting setting, CancellationToken ct);

    /// <summary>An agent presses a button at the console.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="act">What.</param>
    /// <param name="colleague">Whom it concerns; null for an act that concerns nobody else.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Why it cannot be done, a sentence; null when it is done.</returns>
    Task<string?> AtConsoleAsync(string agent, DeskAct act, string? colleague, CancellationToken ct);


    /// <summary>The order as the shop has it now; null when the shop has none of that number.</summary>
    Task<OrderSeen?> OrderAsync(string number, CancellationToken ct);

    /// <summary>All open cases: what a person still owes an answer to.</summary>
    Task<IReadOnlyList<CaseSeen>> CasesAsync(CancellationToken ct);

    /// <summary>All requests: what the automat has promised to do.</summary>
    Task<IReadOnlyList<RequestSeen>> RequestsAsync(CancellationToken ct);
}

/// <summary>What an agent does with a button instead of the phone.</summary>
public enum DeskAct
{
    /// <summary>Asks a colleague while the customer waits.</summary>
    Consult,

    /// <summary>Ends the consultation and is with the customer again.</summary>
    Back,

    /// <summary>Leaves the customer to the colleague.</summary>
    HandOver,

    /// <summary>Says that calls may come. Who has never said so is always rung.</summary>
    TakeCalls,

    /// <summary>Says that no calls may come.</summary>
    GoAway,
}

/// <summary>How a script wants the product to be before the first call.</summary>
/// <param name="Orders">States by order number; an order not named keeps its state of the fresh demo data.</param>
/// <param name="ShopDelay">How long each answer of the shop takes, in the product's own time; zero means at once.</param>
/// <param name="ShopDown">Whether the shop answers nothing but errors.</param>
/// <param name="Settings">Settings that differ from the product's own, by their configuration path (<c>Shop:Source</c>).</param>
public sealed record StageSetting(
    IReadOnlyDictionary<string, string> Orders,
    TimeSpan ShopDelay,
    bool ShopDown,
    IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The orders of a local shop, as the text of the file that it imports; null for the product's own.</summary>
    public string? OrdersFile { get; init; }

    /// <summary>Agents who have said at the console that they take calls; empty where nobody uses the console.</summary>
    public IReadOnlyList<string> Ready { get; init; } = [];

    /// <summary>
    /// What every caller hears first: the words by language, and under <c>from</c> and <c>until</c> the shop's own time as 2026-11-23 10:00.
    /// </summary>
    public IReadOnlyDictionary<string, string> Announcement { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// How long the ledger takes over requests of a kind, in the product's own time; null where it fails at each attempt. A kind that is not
    /// named is done at once.
    /// </summary>
    public IReadOnlyDictionary<string, TimeSpan?> Requests { get; init; } = new Dictionary<string, TimeSpan?>();

    /// <summary>Fresh demo data, a shop that answers at once, the product's own settings.</summary>
    public static StageSetting Fresh { get; } =
        new(new Dictionary<string, string>(), TimeSpan.Zero, ShopDown: false, new Dictionary<string, string>());
}

/// <summary>An order as the shop stores it.</summary>
/// <param name="Number">The order's number as printed.</param>
/// <param name="State">The state in the shop's own words.</param>
/// <param name="Payment">The state of its payment in the shop's own words; null when the stage does not tell.</param>
public sealed record OrderSeen(string Number, string State, string? Payment = null);

/// <summary>A case as an agent would see it.</summary>
/// <param name="Kind">What sort of answer is owed.</param>
/// <param name="Reason">Why a person is needed.</param>
/// <param name="Order">The order's number; null when none was identified.</param>
/// <param name="Owner">Who owes the answer.</param>
/// <param name="Due">When it is owed at the latest.</param>
/// <param name="PhoneEnd">The last digits of the number to call back; never the whole.</param>
public sealed record CaseSeen(string Kind, string? Reason, string? Order, string? Owner, DateTimeOffset? Due, string? PhoneEnd);

/// <summary>A request as the ledger has it.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Order">The order's number; null when it concerns none.</param>
/// <param name="State">How far it is, in the ledger's words.</param>
public sealed record RequestSeen(string Kind, string? Order, string State);

/// <summary>Somebody whose situation can be tried on the phone page.</summary>
/// <param name="Number">The number that calls, E.164.</param>
/// <param name="Label">The situation in a few words.</param>
/// <param name="Order">The order's number.</param>
/// <param name="Pin">The PIN of that order; demo orders only.</param>
/// <param name="Hint">What can be tried; null for nothing particular.</param>
/// <param name="Email">The address at which that person reads e-mail; null for none. Pages are not told.</param>
public sealed record DemoCaller(string Number, string Label, string Order, string Pin, string? Hint = null, [property: JsonIgnore] string? Email = null);

/// <summary>Somebody to whom callers are handed over.</summary>
/// <param name="Name">The name by which scripts and the phone page call this person.</param>
/// <param name="Number">The number that the product calls, E.164.</param>
public sealed record AgentPhone(string Name, string Number);
