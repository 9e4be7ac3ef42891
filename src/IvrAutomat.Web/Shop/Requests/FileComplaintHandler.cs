using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>
/// Takes a complaint down: a case for a person with the caller's own words, and a confirmation with date, content, wish and contact
/// (Consumer Protection Act, section 19). The automat never judges it.
/// </summary>
internal sealed class FileComplaintHandler(
    OrderChanges changes, Letters letters, CaseBook cases, IDbContextFactory<AutomatDb> contexts, ShopSettings settings)
    : OrderHandler<FileComplaint>(changes)
{
    private const int SettleWithin = 30;

    /// <inheritdoc />
    protected override async Task<Change> DecideAsync(FileComplaint request, LiveOrder live, CancellationToken cancellationToken)
    {
        if (RequestPolicy.WhyNotReturn(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        // A further complaint about the same order belongs to the open case: one person, one number for the caller.
        var number = await OpenNumberAsync(live.Order.Id, cancellationToken) ?? CaseBook.NewNumber();
        var complaint = new Complaint(number, live.Today, live.Today.AddDays(SettleWithin), request.Remedy);
        var order = live.Order with { Complaint = complaint };
        var item = live.Order.Items.FirstOrDefault(each => each.Id == request.Item)?.Name
            ?? string.Join(", ", live.Order.Items.Select(each => each.Name));
        var contact = live.Contact.AddressOn(live.Contact.Channel) ?? live.Held.Phone ?? string.Empty;
        var wish = new CaseWish(
            live.Row.Id, live.Row.CallId, new OpenCase(CaseKind.Complaint, HandoverReason.Task, live.Order.Id, settings.EndOf(complaint.Due)))
        {
            Number = number,
            Phone = live.Held.CallBack,
            Detail = new CaseDetail { At = live.Now, Wanted = request, Item = item, Said = live.Held.Said },
            Receipt = false,
        };
        return Change.To(order, letters.ComplaintNoted(order, complaint, live.Contact.Email is not null)) with
        {
            Mail = letters.ComplaintWhole(order, complaint, item, live.Held.Said ?? string.Empty, contact),
            Also = (db, stop) => cases.StageAsync(db, wish, stop),
        };
    }

    private async Task<string?> OpenNumberAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await CaseBook.FindAsync(db, string.Empty, CaseKind.Complaint, orderId, caller: null, cancellationToken))?.Number;
    }
}
