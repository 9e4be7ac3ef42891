namespace IvrAutomat.Web.Telemetry;

/// <summary>The names of labels and tags. Each has a small, fixed set of values; none of them is a person's, an order's or a call's.</summary>
internal static class Label
{
    /// <summary>The state that a turn met: one of the flow's.</summary>
    public const string State = "ivr.state";

    /// <summary>The state in which a turn left the call.</summary>
    public const string StateAfter = "ivr.state.after";

    /// <summary>The class of what was heard: <c>OptionChosen</c>, <c>PinOffered</c>, never the value.</summary>
    public const string Input = "ivr.input";

    /// <summary>How often the turn has been put off because work was not finished.</summary>
    public const string Rounds = "ivr.rounds";

    /// <summary>What became of a turn, or of a call.</summary>
    public const string Outcome = "ivr.outcome";

    /// <summary>What a check of a PIN or a code came to.</summary>
    public const string Verdict = "ivr.verdict";

    /// <summary>Query or request.</summary>
    public const string Manner = "ivr.work.manner";

    /// <summary>Which query or request.</summary>
    public const string Kind = "ivr.work.kind";

    /// <summary>How work, an offer or a request to a system elsewhere ended.</summary>
    public const string Result = "ivr.result";

    /// <summary>Which system elsewhere.</summary>
    public const string System = "ivr.system";

    /// <summary>Who says a sentence.</summary>
    public const string Source = "ivr.source";
}
