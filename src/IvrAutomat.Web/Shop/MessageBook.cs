using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// The states of messages: what a sender or the carrier says is written here, and what follows when nobody can be reached.
/// </summary>
internal sealed class MessageBook(
    IDbContextFactory<AutomatDb> contexts, ShopSettings settings, CaseBook cases, Contacts contacts, Receipts receipts, TimeProvider time)
{
    // What holds a code or a PIN is erased as soon as it has left, or never will.
    private const string CodeKey = ".code";
    private const string PinKey = ".pin";

    /// <summary>
    /// Takes a status report of the carrier. Reports may come twice, late and out of order; the row ends right in any order.
    /// </summary>
    /// <param name="messageId">Our identifier, from the URL of the report.</param>
    /// <param name="sid">The carrier's identifier.</param>
    /// <param name="status">The carrier's word for the state.</param>
    /// <param name="error">The carrier's code, if it failed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when there is no such message.</returns>
    public async Task<bool> ReportAsync(string messageId, string? sid, string status, string? error, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var row = await db.Messages.AsNoTracking().SingleOrDefaultAsync(message => message.Id == messageId, cancellationToken);
            if (row is null || (row.Sid is not null && sid is not null && row.Sid != sid))
            {
                return false;
            }

            var next = MessageStatus.Apply(row.State, status);
            var isCode = row.PromptKey.EndsWith(CodeKey, StringComparison.Ordinal) || row.PromptKey.EndsWith(PinKey, StringComparison.Ordinal);
            var isOut = next is not (MessageState.Waiting or MessageState.Posting or MessageState.Unknown);
            // A code that did not arrive is asked for again; nobody writes it down for a person.
            var hasFailed = !isCode && MessageStatus.HasFailed(next) && !MessageStatus.HasFailed(row.State);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var moved = await Unchanged(db, row).ExecuteUpdateAsync(
                set => set.SetProperty(message => message.State, next)
                    .SetProperty(message => message.Sid, message => message.Sid ?? sid)
                    .SetProperty(message => message.Error, message => error ?? message.Error)
                    .SetProperty(message => message.Body, message => isCode && isOut ? null : message.Body)
                    .SetProperty(message => message.UpdatedAt, time.GetUtcNow()),
                cancellationToken);
            if (moved == 1)
            {
                var isInstead = hasFailed && await InsteadAsync(db, row, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                if (isInstead)
                {
                    receipts.Promised();
                }
                else if (hasFailed)
                {
                    await ByHandAsync(row, cancellationToken);
                }

                return true;
            }
        }
    }

    /// <summary>Writes what came of an attempt that this process has claimed.</summary>
    public async Task SettleAsync(MessageRow claimed, SendOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case MessageAccepted accepted:
                await ReportAsync(claimed.Id, accepted.Sid, MessageState.Queued, null, cancellationToken);
                break;
            case MessageRefused { MayRetry: false } refused:
                await ReportAsync(claimed.Id, null, MessageState.Failed, refused.Code, cancellationToken);
                break;
            case var _ when claimed.Attempts >= MessageWorker.MostAttempts:
                await ReportAsync(claimed.Id, null, MessageState.Failed, "unconfirmed", cancellationToken);
                break;
            default:
                await PutBackAsync(claimed, outcome is MessageUncertain ? MessageState.Unknown : MessageState.Waiting, cancellationToken);
                break;
        }
    }

    private static IQueryable<MessageRow> Unchanged(AutomatDb db, MessageRow row)
        => db.Messages.Where(message => message.Id == row.Id && message.State == row.State && message.Attempts == row.Attempts);

    private async Task PutBackAsync(MessageRow claimed, string state, CancellationToken cancellationToken)
    {
        DateTimeOffset? again = time.GetUtcNow() + MessageWorker.RetryAfter;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Only while it is still being posted: a report of the carrier knows better.
        await Unchanged(db, claimed).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.State, state)
                .SetProperty(message => message.LeaseUntil, again)
                .SetProperty(message => message.UpdatedAt, time.GetUtcNow()),
            cancellationToken);
    }

    // What did not arrive as a text message is written by e-mail, where the customer has one.
    private async Task<bool> InsteadAsync(AutomatDb db, MessageRow failed, CancellationToken cancellationToken)
    {
        var contact = contacts.Read(await db.Orders.Where(order => order.Id == failed.OrderId).Select(order => order.Contact).SingleOrDefaultAsync(cancellationToken));
        if (!await receipts.PromiseInsteadAsync(db, failed, contact, cancellationToken))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    // What did not arrive at all is told by a person.
    private async Task ByHandAsync(MessageRow failed, CancellationToken cancellationToken)
    {
        // A message about a case leaves the person of that case to call; another case would tell nothing new.
        if (failed is { CaseId: null, OrderId: not null })
        {
            var due = settings.Profile.DueAfter(time.GetUtcNow());
            var open = new OpenCase(CaseKind.FailedRequest, HandoverReason.Trouble, failed.OrderId, due);
            var wish = new CaseWish(failed.Id, failed.CallId ?? string.Empty, open) { Receipt = false };
            await cases.OpenAsync(wish, cancellationToken);
        }
    }
}
