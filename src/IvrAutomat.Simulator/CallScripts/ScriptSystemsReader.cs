using IvrAutomat.Simulator.Shops;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads what is done to the shop's systems and what must hold of them.</summary>
internal static class ScriptSystemsReader
{
    private const int MostRequests = 100_000;

    /// <summary>A system and what goes wrong with it: <c>{ upgates: slow 4 s }</c>, <c>{ upgates: { fault: error, on: writes, times: 1 } }</c>.</summary>
    public static SystemAct[] Acts(ScriptNodes nodes, YamlNode? node) =>
        [.. nodes.Fields(node, "systems").Select(each => Act(nodes, each.Key, each.Value)).OfType<SystemAct>()];

    /// <summary>What must hold of systems: <c>{ upgates: { requests at most: 3, performed: { cancel 2026001001: 1 } } }</c>.</summary>
    public static SystemExpected[] Expected(ScriptNodes nodes, YamlNode? node) =>
    [
        .. nodes.Fields(node, "systems").Select(each =>
        {
            var fields = nodes.Fields(each.Value, "an expected system", "requests at most", "performed");
            return new SystemExpected(
                ScriptNodes.LineOf(each.Value),
                each.Key,
                nodes.Whole(fields.GetValueOrDefault("requests at most"), "requests at most", 0, MostRequests),
                Performed(nodes, fields.GetValueOrDefault("performed")));
        }),
    ];

    private static SystemAct? Act(ScriptNodes nodes, string system, YamlNode node)
    {
        var line = ScriptNodes.LineOf(node);
        if (node is YamlScalarNode)
        {
            return Fault(nodes, node) is { } always ? new SystemAct(line, system, always) : null;
        }

        var fields = nodes.Fields(node, $"what is done to {system}", "fault", "on", "times", "change", "to", "before");
        var fault = fields.TryGetValue("fault", out var wrong) ? Fault(nodes, wrong) : null;
        var on = nodes.OneOf(fields.GetValueOrDefault("on"), "on", ("writes", true), ("everything", false));
        var times = nodes.Whole(fields.GetValueOrDefault("times"), "times", 1, MostRequests);
        var subject = nodes.Text(fields.GetValueOrDefault("change"), "change");
        var state = nodes.Text(fields.GetValueOrDefault("to"), "to");
        var before = nodes.OneOf(fields.GetValueOrDefault("before"), "before", ("next write", true));
        if (subject is null != state is null || (fault is null && subject is null))
        {
            nodes.Wrong(line, $"what is done to {system} is a fault, or a change of something to a state, as {{ change: 2026001001, to: OnTheWay }}");
            return null;
        }

        return new SystemAct(
            line,
            system,
            fault is null ? null : fault with { OnlyWrites = on ?? false, Times = times ?? int.MaxValue },
            subject,
            state,
            before ?? false);
    }

    private static StandInFault? Fault(ScriptNodes nodes, YamlNode node)
    {
        if (nodes.Text(node, "a fault") is not { } words)
        {
            return null;
        }

        if (StandInFault.Read(words) is { } fault)
        {
            return fault;
        }

        nodes.Wrong(ScriptNodes.LineOf(node), $"there is no fault \"{words}\"; there are {StandInFault.Known}");
        return null;
    }

    private static Dictionary<string, int>? Performed(ScriptNodes nodes, YamlNode? node) => node switch
    {
        null => null,
        YamlScalarNode { Value: "none" } => [],
        _ => nodes.Fields(node, "performed").ToDictionary(
            each => each.Key, each => nodes.Whole(each.Value, each.Key, 0, MostRequests) ?? 0, StringComparer.Ordinal),
    };
}
