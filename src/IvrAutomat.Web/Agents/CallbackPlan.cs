using System.Security.Cryptography;
using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// Puts customers who are to be called back into the queue, in the place that they had, once their time has come; and takes them out again
/// when they need no call any more. It does so only while somebody at the console is ready, so that in a shop with nothing but phones the
/// cases are people's own affair.
/// </summary>
internal sealed class CallbackPlan(IDbContextFactory<AutomatDb> contexts, ShopSettings settings, Secrets secrets, TimeProvider time)
{
    private const int MostAtOnce = 50;

    /// <summary>Does what is due.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.AgentStates.AnyAsync(cancellationToken))
        {
            return;
        }

        var mayDial = CallbackTimes.MayDial(TimeZoneInfo.ConvertTime(now, settings.Profile.TimeZone).DateTime);
        await WithdrawAsync(db, mayDial, now, cancellationToken);
        if (mayDial && await db.AgentStates.AnyAsync(row => row.State == AgentStateName.Ready, cancellationToken))
        {
            foreach (var owed in await DueAsync(db, now, cancellationToken))
            {
                await QueueAsync(owed, now, cancellationToken);
            }
        }
    }

    // Whoever is on the line already, or has been helped otherwise, is not called.
    private static async Task WithdrawAsync(AutomatDb db, bool mayDial, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? at = now;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var withdrawn = await db.Transfers.Where(wait => wait.SettledAt == null && wait.State == TransferState.Waiting && wait.CallbackCase != null)
            .Where(wait => !mayDial || !db.Cases.Any(row => row.Id == wait.CallbackCase && row.ClosedAt == null)
                || db.Transfers.Any(other => other.SettledAt == null && other.CallbackCase == null && other.CaseNumber == wait.CaseNumber))
            .ExecuteUpdateAsync(
                set => set.SetProperty(wait => wait.State, TransferState.Ended).SetProperty(wait => wait.Outcome, TransferOutcome.Left)
                    .SetProperty(wait => wait.EndedAt, at),
                cancellationToken);
        if (withdrawn > 0)
        {
            db.Feed.Add(new FeedRow { At = now, Kind = FeedKinds.Queue });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    // A case whose call still lasts is not owed yet, and one whose attempts are used up is its owner's.
    private static async Task<List<CaseRow>> DueAsync(AutomatDb db, DateTimeOffset now, CancellationToken cancellationToken)
        => await db.Cases.AsNoTracking()
            .Where(row => row.ClosedAt == null && CallbackBook.Kinds.Contains(row.Kind) && row.Contact != null)
            .Where(row => row.CallbackFrom == null || row.CallbackFrom <= now)
            .Where(row => !db.Callbacks.Any(callback => callback.CaseId == row.Id
                && (callback.TransferId != null || callback.NextAt == null || callback.NextAt > now)))
            .Where(row => !db.Calls.Any(call => call.Id == row.CallId && call.EndedAt == null))
            .Where(row => !db.Transfers.Any(wait => wait.CaseNumber == row.Number && wait.SettledAt == null))
            .OrderBy(row => row.DueAt).Take(MostAtOnce).ToListAsync(cancellationToken);

    private async Task QueueAsync(CaseRow owed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (HeldPhone.Read(secrets, owed.Contact) is not { CanBeCalledBack: true } number)
        {
            return;
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var since = await ClaimAsync(db, owed, secrets.Hash(SecretLabel.Phone, number.Value), id, now, cancellationToken);
            if (since is null)
            {
                return;
            }

            var call = await db.Calls.AsNoTracking().Where(row => row.Id == owed.CallId).Select(row => row.Language).SingleOrDefaultAsync(cancellationToken);
            db.Transfers.Add(new TransferRow
            {
                Id = id,
                CallId = owed.CallId,
                CaseNumber = owed.Number,
                CallbackCase = owed.Id,
                Language = call ?? Calls.Languages.All[0].Tag,
                State = TransferState.Waiting,
                WaitingSince = since.Value,
            });
            db.Feed.Add(new FeedRow { At = now, Kind = FeedKinds.Queue, CallId = owed.CallId, CaseId = owed.Id });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process did it, or the same customer is being called for another case.
        }
    }

    // The place is that of the first wait for this case; null when somebody else claimed it.
    private static async Task<DateTimeOffset?> ClaimAsync(
        AutomatDb db, CaseRow owed, string customer, string transferId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Whoever is on the line with us now is not called: the number would be busy.
        if (await db.Calls.AnyAsync(call => call.EndedAt == null && call.CallerKey == customer, cancellationToken))
        {
            return null;
        }

        if (await db.Callbacks.AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == owed.Id, cancellationToken) is { } known)
        {
            // Another call under way to the same number is told by the index, after the caller has saved.
            var isFree = !await db.Callbacks.AnyAsync(row => row.Customer == customer && row.TransferId != null, cancellationToken);
            var won = isFree ? await db.Callbacks.Where(row => row.CaseId == owed.Id && row.TransferId == null && row.NextAt <= now).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.TransferId, transferId).SetProperty(row => row.Customer, customer), cancellationToken) : 0;
            return won == 1 ? known.Since : null;
        }

        var first = await db.Transfers.Where(wait => wait.CaseNumber == owed.Number).OrderBy(wait => wait.WaitingSince)
            .Select(wait => (DateTimeOffset?)wait.WaitingSince).FirstOrDefaultAsync(cancellationToken);
        var since = first ?? owed.CreatedAt;
        db.Callbacks.Add(new CallbackRow { CaseId = owed.Id, Customer = customer, Since = since, NextAt = now, TransferId = transferId });
        await db.SaveChangesAsync(cancellationToken);
        return since;
    }
}
