using System.Collections.Immutable;

namespace IvrAutomat.Cases;

/// <summary>What became of one call, as far as it tells whether somebody still waits for us.</summary>
/// <param name="CallId">The call.</param>
/// <param name="At">When it began.</param>
/// <param name="CallerKey">Tells callers apart without naming them; null where the number was withheld.</param>
/// <param name="OrderId">The order that was identified; null when none was.</param>
public sealed record CallEnd(string CallId, DateTimeOffset At, string? CallerKey, string? OrderId)
{
    /// <summary>The caller was in the queue.</summary>
    public bool Waited { get; init; }

    /// <summary>The caller was to get a person.</summary>
    public bool WantedPerson { get; init; }

    /// <summary>Complete numbers and PINs were given, and none was right.</summary>
    public bool FailedIdentification { get; init; }

    /// <summary>A person and the caller have talked.</summary>
    public bool Talked { get; init; }

    /// <summary>A call back is agreed, or what was owed has been done.</summary>
    public bool IsLookedAfter { get; init; }
}

/// <summary>How a caller was lost.</summary>
public enum LostBy
{
    /// <summary>Hung up or left while waiting for a person.</summary>
    LeftQueue,

    /// <summary>Asked for a person and got none.</summary>
    NoPerson,

    /// <summary>Could not be identified, and gave up.</summary>
    NotIdentified,
}

/// <summary>Somebody who did not get through.</summary>
/// <param name="Call">The latest call of that kind; earlier ones of the same caller are told by <paramref name="Times"/>.</param>
/// <param name="By">What happened.</param>
/// <param name="Times">How often it happened.</param>
public sealed record LostCaller(CallEnd Call, LostBy By, int Times);

/// <summary>
/// Who did not get through: everybody who left the queue, asked for a person or failed identification, and with whom no call back came about.
/// They are struck off once they reach us: by a later call from the same number, or about the same order, that was identified or talked.
/// </summary>
public static class LostCallers
{
    /// <summary>Finds them, the latest first.</summary>
    /// <param name="calls">Calls that have ended.</param>
    public static ImmutableArray<LostCaller> Among(IEnumerable<CallEnd> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var all = calls.ToList();
        var reached = all.Where(call => call.Talked || (call.OrderId is not null && WhyLost(call) is null)).ToList();
        var byCaller = Latest(reached, call => call.CallerKey);
        var byOrder = Latest(reached, call => call.OrderId);
        return
        [
            .. all.Where(call => WhyLost(call) is not null && !IsLater(byCaller, call.CallerKey, call.At) && !IsLater(byOrder, call.OrderId, call.At))
                .GroupBy(call => call.CallerKey ?? call.OrderId ?? call.CallId, StringComparer.Ordinal)
                .Select(group => (Last: group.MaxBy(call => call.At)!, Times: group.Count()))
                .OrderByDescending(lost => lost.Last.At)
                .Select(lost => new LostCaller(lost.Last, WhyLost(lost.Last)!.Value, lost.Times)),
        ];
    }

    private static LostBy? WhyLost(CallEnd call) => call switch
    {
        { Talked: true } or { IsLookedAfter: true } => null,
        { Waited: true } => LostBy.LeftQueue,
        { WantedPerson: true } => LostBy.NoPerson,
        { OrderId: null, FailedIdentification: true } => LostBy.NotIdentified,
        _ => null,
    };

    private static Dictionary<string, DateTimeOffset> Latest(IEnumerable<CallEnd> reached, Func<CallEnd, string?> keyOf)
        => reached.Where(call => keyOf(call) is not null).GroupBy(call => keyOf(call)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(call => call.At), StringComparer.Ordinal);

    private static bool IsLater(Dictionary<string, DateTimeOffset> reached, string? key, DateTimeOffset at)
        => key is not null && reached.TryGetValue(key, out var when) && when > at;
}
