using IvrAutomat.Web.Agents.Cases;

namespace IvrAutomat.Web.AgentConsole.Cases;

/// <summary>
/// Why nothing was done to a case. Only a word travels in the address; who was first, and when, is read from the case when the page is shown.
/// </summary>
internal static class CaseRefusal
{
    private const string Taken = "taken", Closed = "closed", Elsewhere = "elsewhere", Field = "why", OtherField = "other";

    /// <summary>The page of the case, which says why.</summary>
    public static IResult On(string path, CaseOutcome? outcome) => ConsolePage.BackTo($"{path}?{Field}={WordOf(outcome)}{(outcome is CaseElsewhere other ? $"&{OtherField}={other.Number}" : "")}");

    /// <summary>Why something was refused, on the page of the case as it stands now; null when nothing was, or when that holds no longer.</summary>
    public static string? Of(ConsolePage page, Pieces pieces, CaseLine line)
    {
        var query = page.Http.Request.Query;
        return TextOf(page, pieces, line, query[Field], query[OtherField]);
    }

    /// <summary>The same for what was refused just now.</summary>
    public static string? Of(ConsolePage page, Pieces pieces, CaseLine line, CaseOutcome? outcome)
        => TextOf(page, pieces, line, WordOf(outcome), (outcome as CaseElsewhere)?.Number);

    private static string? TextOf(ConsolePage page, Pieces pieces, CaseLine line, string? why, string? other) => (why, line) switch
    {
        (Taken, { ClosedAt: null, ClaimedAt: { } at }) => page.T.Fill("case.why.taken", line.Owner, pieces.At(at)),
        (Closed, { ClosedAt: { } at }) => page.T.Fill("case.why.closed", line.ClosedBy ?? page.T["case.automat"], pieces.At(at)),
        (Elsewhere, _) when other is { Length: > 0 } && other.All(char.IsAsciiDigit) => page.T.Fill("case.why.elsewhere", other),
        (Taken or Closed or Elsewhere, _) => null,
        _ => page.T.Find("case.why", why),
    };

    private static string WordOf(CaseOutcome? outcome) => outcome switch
    {
        CaseTaken => Taken,
        CaseShut => Closed,
        CaseElsewhere => Elsewhere,
        CaseUnreachable => "unreachable",
        CaseNobody => "nobody",
        CaseFaultless => "faultless",
        _ => "words",
    };
}
