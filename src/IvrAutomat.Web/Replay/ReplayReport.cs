using System.Globalization;

namespace IvrAutomat.Web.Replay;

/// <summary>A retold call as lines for a terminal.</summary>
internal static class ReplayReport
{
    /// <summary>What stands where a value was said that is not kept any more.</summary>
    public static string Gone(string name) => $"[{name}]";

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(RetoldCall call)
    {
        yield return $"call {call.CallId}, {call.Steps[0].At.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}";
        if (!call.HasFacts)
        {
            yield return "  The settings of that time are not kept: it is decided with the present ones.";
        }

        if (!call.HasPrompts)
        {
            yield return "  The prompts of that time are not kept: the words are those of the present ones.";
        }

        foreach (var step in call.Steps)
        {
            yield return string.Empty;
            yield return string.Create(CultureInfo.InvariantCulture, $"{step.Entry.Step,3}  {step.At:HH:mm:ss.fff}  {(step.Input is null ? "an input of another version" : RetoldText.Of(step.Input))} > {step.Entry.State}");
            foreach (var line in Heard(step))
            {
                yield return $"       {line}";
            }
        }

        yield return string.Empty;
        yield return call.Diverges is { } diverges
            ? $"Diverges at step {diverges.Entry.Step}: {DifferenceText.Of(diverges.Difference!)}"
            : "Decided again, every step is the same.";
    }

    private static IEnumerable<string> Heard(RetoldStep step)
    {
        foreach (var said in step.Said)
        {
            yield return $"„{said.Text ?? said.Key}“";
        }

        if (step.Turn is { } turn)
        {
            yield return RetoldText.Of(turn.Next);
            if (RetoldText.Of(turn.Work) is { Length: > 0 } work)
            {
                yield return $"work: {string.Join(", ", work)}";
            }
        }

        if (step.Difference is { } difference)
        {
            yield return $"DIVERGES: {DifferenceText.Of(difference)}";
        }
    }
}

/// <summary>A difference in a sentence.</summary>
internal static class DifferenceText
{
    /// <summary>The sentence, without a full stop.</summary>
    public static string Of(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Undecidable => $"the journal goes to {difference.Recorded}, and this program cannot decide it",
        DifferenceKind.State => $"the journal goes to {difference.Recorded}, this program to {difference.Now}",
        DifferenceKind.Said => $"said then: {Quoted(difference.Recorded)}; now: {Quoted(difference.Now)}",
        _ => $"then: „{difference.Recorded}“ now: „{difference.Now}“",
    };

    private static string Quoted(string keys) => keys.Length == 0 ? "nothing" : keys;
}
