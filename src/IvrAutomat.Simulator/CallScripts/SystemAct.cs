using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Something that a script does to a stand-in for one of the shop's systems.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="System">The system's name, whatever its case.</param>
/// <param name="Fault">What goes wrong from now on; null leaves it as it is.</param>
/// <param name="Subject">What somebody changes there by hand: an order's number; null for nothing.</param>
/// <param name="State">The state that it gets.</param>
/// <param name="BeforeNextWrite">It is changed only just before the product writes next: after the product has read it.</param>
public sealed record SystemAct(
    int Line, string System, StandInFault? Fault = null, string? Subject = null, string? State = null, bool BeforeNextWrite = false)
{
    /// <summary>Does it.</summary>
    /// <exception cref="StepFailedException">There is no such system, or it has nothing of that name or in such a state.</exception>
    internal void Perform(StandIns? systems)
    {
        var system = Find(systems, System, Line);
        if (Fault is not null)
        {
            system.Fault = Fault with { };
        }

        if (Subject is not null && system.ChangeByHand(Subject, State ?? "", BeforeNextWrite) is { } problem)
        {
            throw new StepFailedException(Line, problem);
        }
    }

    internal static StandIn Find(StandIns? systems, string name, int line)
        => systems?.Find(name) ?? throw new StepFailedException(
            line, $"there is no system {name}; there are {string.Join(", ", systems?.All.Select(each => each.Name) ?? [])}");
}

/// <summary>What must hold of a stand-in after the last call. What is null is not looked at.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="System">The system's name, whatever its case.</param>
/// <param name="MostRequests">How often it was asked at most since the script began.</param>
/// <param name="Performed">How often it really performed a write, by kind and subject; an empty list means that it performed none at all.</param>
public sealed record SystemExpected(int Line, string System, int? MostRequests, IReadOnlyDictionary<string, int>? Performed)
{
    /// <summary>What does not hold; null when all does.</summary>
    internal string? Problem(StandIns? systems)
    {
        var system = SystemAct.Find(systems, System, Line);
        var requests = system.Requests;
        if (MostRequests is { } most && requests.Count > most)
        {
            var list = string.Join(", ", requests.Select(request => $"{request.Method} {request.Path}"));
            return $"expected at most {most} requests to {system.Name}, but there were {requests.Count}: {list}";
        }

        var performed = system.Performed;
        var all = performed.Count == 0 ? "nothing" : string.Join(", ", performed.Select(each => $"{each.Key}: {each.Value}"));
        if (Performed is { Count: 0 } && performed.Count > 0)
        {
            return $"expected {system.Name} to have performed nothing, but it performed {all}";
        }

        var wrong = Performed?.FirstOrDefault(each => performed.GetValueOrDefault(each.Key) != each.Value);
        return wrong is { Key: { } what } one
            ? $"expected {system.Name} to have performed {what} {one.Value} times, but it performed {all}"
            : null;
    }
}
