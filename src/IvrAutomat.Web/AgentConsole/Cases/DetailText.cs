using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole.Cases;

/// <summary>What was asked for in a case, in the language of whoever looks. The shop's own words for its mailbox are <see cref="CaseWords"/>.</summary>
internal static class DetailText
{
    /// <summary>One thing that was asked for, with what the caller gave for it.</summary>
    public static string Of(ConsoleTexts t, CaseDetail detail) => string.Join("; ", Parts(t, detail).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(ConsoleTexts t, CaseDetail detail)
    {
        yield return detail.Wanted is { } wanted ? Of(t, wanted) : string.Empty;
        yield return detail.Fault is { } fault ? t.Name("detail.fault", $"{fault}") : string.Empty;
        yield return detail.Item ?? string.Empty;
        yield return detail.Said is { Length: > 0 } said ? t.Fill("detail.said", said) : string.Empty;
        yield return detail.Company is { } company ? t.Fill("detail.company", company) : string.Empty;
    }

    private static string Of(ConsoleTexts t, Work wanted) => wanted switch
    {
        NotePayment paid => t.Fill("detail.paid", $"{Pieces.Amount(paid.Minor / 100m)} {paid.Currency}"),
        ChangePayment { Method: PaymentMethod.Transfer } => t["detail.to-transfer"],
        ChangePayment => t["detail.to-cash"],
        ExtendStorage extend => t.Fill("detail.extend", Pieces.Day(extend.Until)),
        NoteReturn { Items.Count: 0 } => t["detail.return-all"],
        NoteReturn some => t.Count("detail.return", some.Items.Count),
        ArrangeReturn { Way: ReturnWay.Courier, Day: { } day } => t.Fill("detail.courier", Pieces.Day(day)),
        ArrangeReturn { Way: ReturnWay.Packeta } => t["detail.packeta"],
        ArrangeReturn => t["detail.own-way"],
        FileComplaint complaint => t.Fill("detail.remedy", t.Name("remedy", $"{complaint.Remedy}")),
        NoteRating rating => t.Fill("detail.mark", rating.Mark),
        ForPerson person => Of(t, person.Wanted),
        Request request => t.Name("request", RequestKey.KindOf(request)),
        _ => t.Name("request", wanted.GetType().Name),
    };
}
