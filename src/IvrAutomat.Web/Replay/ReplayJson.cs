using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvrAutomat.Web.Replay;

/// <summary>Replays as JSON, for other programs. Names are as in the journal.</summary>
internal static class ReplayJson
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One call.</summary>
    public static string Of(RetoldCall call) => JsonSerializer.Serialize(
        new
        {
            call = call.CallId,
            factsOfThatTime = call.HasFacts,
            promptsOfThatTime = call.HasPrompts,
            divergesAtStep = call.Diverges?.Entry.Step,
            steps = call.Steps.Select(step => new
            {
                step = step.Entry.Step,
                at = step.At,
                input = JsonNode.Parse(step.Entry.Input),
                state = step.Entry.State,
                said = step.Said.Select(said => new { said.Key, said.Language, said.Text }),
                next = step.Turn is { } turn ? RetoldText.Of(turn.Next) : null,
                work = step.Turn is { } asked ? RetoldText.Of(asked.Work) : [],
                difference = Of(step.Difference),
            }),
        },
        Readable);

    /// <summary>Where calls diverge.</summary>
    public static string Of(int calls, ImmutableArray<DivergenceGroup> groups) => JsonSerializer.Serialize(
        new
        {
            calls,
            divergences = groups.Select(group => new
            {
                count = group.CallIds.Length,
                step = group.First.Step,
                state = group.First.State,
                input = group.First.Input,
                prompt = group.First.Key,
                difference = Of(group.First.Difference),
                calls = group.CallIds,
            }),
        },
        Readable);

    private static object? Of(Difference? difference)
        => difference is null ? null : new { kind = difference.Kind.ToString(), recorded = difference.Recorded, now = difference.Now };
}
