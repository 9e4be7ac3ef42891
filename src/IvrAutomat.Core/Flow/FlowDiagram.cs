using System.Text;

namespace IvrAutomat.Flow;

/// <summary>
/// Draws a flow as a Mermaid state diagram. The drawing is made from the definition, so it cannot say what the
/// machine does not do; edges that only repeat a question (internal and ignored ones) are left out.
/// </summary>
public static class FlowDiagram
{
    /// <summary>The diagram's text, lines ended by a line feed, always the same for the same flow.</summary>
    public static string Draw<TContext>(FlowDefinition<TContext> flow)
        where TContext : class
    {
        ArgumentNullException.ThrowIfNull(flow);
        var text = new StringBuilder("stateDiagram-v2\n");
        text.Append("    [*] --> ").Append(flow.Initial).Append('\n');
        var ordered = flow.States.OrderBy(state => state.Name, StringComparer.Ordinal).ToArray();
        foreach (var root in ordered.Where(state => flow.LineageOf(state).Length == 1))
        {
            DrawState(text, flow, ordered, root, depth: 1);
        }

        var moves = flow.Edges.Where(edge => edge.Kind == EdgeKind.Move)
            .OrderBy(edge => edge.From.Name, StringComparer.Ordinal)
            .ThenBy(edge => edge.To.Name, StringComparer.Ordinal)
            .ThenBy(edge => edge.Trigger.Name, StringComparer.Ordinal);
        foreach (var arrow in moves.GroupBy(edge => (edge.From, edge.To)))
        {
            var labels = arrow.Select(edge => edge.Guard is null ? edge.Trigger.Name : $"{edge.Trigger.Name} [{edge.Guard}]");
            text.Append("    ").Append(arrow.Key.From).Append(" --> ").Append(arrow.Key.To)
                .Append(": ").AppendJoin(", ", labels.Distinct()).Append('\n');
        }

        foreach (var final in ordered.Where(flow.IsFinal))
        {
            text.Append("    ").Append(final).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    private static void DrawState<TContext>(StringBuilder text, FlowDefinition<TContext> flow, State[] ordered, State state, int depth)
        where TContext : class
    {
        var children = ordered.Where(other => flow.LineageOf(other) is { Length: > 1 } lineage && lineage[1] == state).ToArray();
        var indent = new string(' ', depth * 4);
        if (children.Length == 0)
        {
            text.Append(indent).Append(state).Append('\n');
            return;
        }

        text.Append(indent).Append("state ").Append(state).Append(" {\n");
        foreach (var child in children)
        {
            DrawState(text, flow, ordered, child, depth + 1);
        }

        text.Append(indent).Append("}\n");
    }
}
