using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;

namespace IvrAutomat.Web.Agents.Cases;

/// <summary>
/// Writes down what a colleague did to a case, for those who come after, for the audit log and for open pages: three rows in the transaction
/// of the act. A note and words to the customer are two types, kept under two keys: neither can be read as the other.
/// </summary>
internal sealed class CaseHistory(Secrets secrets, AuditBook audit, TimeProvider time)
{
    /// <summary>Adds an act to a transaction that is under way; the caller saves.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="row">The case.</param>
    /// <param name="who">Who did it.</param>
    /// <param name="done">What.</param>
    public void Stage(AutomatDb db, CaseRow row, Colleague who, CaseEvent done)
    {
        db.CaseEvents.Add(new CaseEventRow
        {
            CaseId = row.Id,
            At = time.GetUtcNow(),
            Who = who.Name,
            Act = done.Act,
            About = done.About,
            Words = done switch
            {
                { Note: { } note } => note.Protect(secrets),
                { Written: { } written } => secrets.Protect(SecretLabel.Message, written.Value),
                _ => null,
            },
        });
        audit.Stage(db, who.Account, $"case.{done.Act}", new AuditSubject(row.OrderId, row.Id, Note: done.About));
        db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Case, CallId = row.CallId.Length == 0 ? null : row.CallId, OrderId = row.OrderId, CaseId = row.Id });
    }

    /// <summary>Reads an act.</summary>
    public static CaseEvent Read(Secrets secrets, CaseEventRow row) => new(row.At, row.Who, row.Act, row.About)
    {
        Note = row is { Act: CaseAct.Noted, Words: { } note } ? InternalNote.Read(secrets, note) : null,
        Written = row is { Act: CaseAct.Written, Words: { } words } ? new CustomerText(secrets.UnprotectText(SecretLabel.Message, words)) : null,
    };
}
