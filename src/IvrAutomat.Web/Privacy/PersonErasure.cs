using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Privacy;

/// <summary>
/// Erases what is kept about a phone number on its owner's request (GDPR, article 17), all of it in one transaction, and says what stays and why.
/// </summary>
internal sealed class PersonErasure(
    IDbContextFactory<AutomatDb> contexts, Database database, Secrets secrets, Eraser eraser, AuditBook audit)
{
    /// <summary>What would be erased and what would be kept; nothing changes.</summary>
    public async Task<ErasureReport> LookAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Report(Plan(await PersonRecords.FindAsync(db, secrets, phone, cancellationToken)));
    }

    /// <summary>Erases it and notes who did.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="by">The account that erases.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ErasureReport> EraseAsync(PhoneNumber phone, string by, CancellationToken cancellationToken)
    {
        ErasureReport report;
        using (await database.WriteAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var plan = Plan(await PersonRecords.FindAsync(db, secrets, phone, cancellationToken));
            await ApplyAsync(db, plan, cancellationToken);
            report = Report(plan);
            audit.Stage(db, by, PrivacyActs.Erased, new(Note: $"{report.Erased.Sum(each => each.Count)}, {report.Kept.Sum(each => each.Count)}"));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await eraser.ForgetAsync(cancellationToken);
        return report;
    }

    private static Erasure Plan(PersonRecords found)
    {
        List<string> keptCases = [.. found.Cases.Where(KeptByLaw.Is).Select(row => row.Id)];
        List<string> keptRequests = [.. found.Requests.Where(KeptByLaw.Is).Select(row => row.Id)];
        var open = found.Orders.Where(row => KeptByLaw.Is(StoredJson.Read<Order>(row.Data))).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return new Erasure(found)
        {
            Orders = [.. found.Orders.Where(row => !open.Contains(row.Id))],
            Calls = [.. found.Calls.Where(row => row.EndedAt is not null).Select(row => row.Id)],
            Cases = [.. found.Cases.Select(row => row.Id).Except(keptCases, StringComparer.Ordinal)],
            Requests = [.. found.Requests.Select(row => row.Id).Except(keptRequests, StringComparer.Ordinal)],

            // A receipt bears the name of the request that it confirms, an e-mail that replaces it a longer one.
            Messages =
            [
                .. found.Messages.Where(row => !(row.CaseId is { } about && keptCases.Contains(about)) && !keptRequests.Exists(id => row.Id.StartsWith(id, StringComparison.Ordinal)))
                    .Select(row => row.Id),
            ],
        };
    }

    private static async Task ApplyAsync(AutomatDb db, Erasure plan, CancellationToken cancellationToken)
    {
        var (found, calls, cases) = (plan.Found, plan.Calls, plan.Cases);
        var waits = await db.Transfers.Where(row => calls.Contains(row.CallId) && row.EndedAt != null).Select(row => row.Id).ToListAsync(cancellationToken);
        await db.Journal.Where(row => calls.Contains(row.CallId)).ExecuteDeleteAsync(cancellationToken);
        await db.WorkResults.Where(row => calls.Contains(row.CallId)).ExecuteDeleteAsync(cancellationToken);
        await db.Ratings.Where(row => calls.Contains(row.CallId)).ExecuteDeleteAsync(cancellationToken);
        await db.Unheard.Where(row => calls.Contains(row.CallId)).ExecuteDeleteAsync(cancellationToken);
        await db.Feed.Where(row => row.CallId != null && calls.Contains(row.CallId)).ExecuteDeleteAsync(cancellationToken);
        await db.Offers.Where(row => waits.Contains(row.TransferId)).ExecuteDeleteAsync(cancellationToken);
        await db.Consults.Where(row => waits.Contains(row.TransferId)).ExecuteDeleteAsync(cancellationToken);
        await db.WaitPromises.Where(row => waits.Contains(row.Wait)).ExecuteDeleteAsync(cancellationToken);
        await db.Transfers.Where(row => waits.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Calls.Where(row => calls.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);

        await db.CaseEvents.Where(row => cases.Contains(row.CaseId)).ExecuteDeleteAsync(cancellationToken);
        await db.Callbacks.Where(row => cases.Contains(row.CaseId)).ExecuteDeleteAsync(cancellationToken);
        await db.Cases.Where(row => cases.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.OutsideActs.Where(row => plan.Requests.Contains(row.RequestId)).ExecuteDeleteAsync(cancellationToken);
        await db.Requests.Where(row => plan.Requests.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Messages.Where(row => plan.Messages.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);

        await db.Callers.Where(row => row.Key == found.Key).ExecuteDeleteAsync(cancellationToken);
        await db.Codes.Where(row => row.PhoneKey == found.Key || row.CallerKey == found.Key || row.UsedBy == found.Key).ExecuteDeleteAsync(cancellationToken);
        await db.Failures.Where(row => row.CallerKey == found.Key).ExecuteDeleteAsync(cancellationToken);
        foreach (var order in plan.Orders)
        {
            var nobody = StoredJson.Write(StoredJson.Read<Order>(order.Data) with { Contact = Channel.None, HasAddress = false, HasEmail = false });
            await db.Orders.IgnoreQueryFilters().Where(row => row.Id == order.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PhoneKey, (string?)null).SetProperty(row => row.Contact, (byte[]?)null)
                    .SetProperty(row => row.Data, nobody).SetProperty(row => row.Former, (string?)null),
                cancellationToken);
        }
    }

    private static ErasureReport Report(Erasure plan)
    {
        var found = plan.Found;
        return new ErasureReport(
            Some(
                ("calls", plan.Calls.Count), ("cases", plan.Cases.Count), ("requests", plan.Requests.Count), ("messages", plan.Messages.Count),
                ("contacts", plan.Orders.Count), ("codes", found.Codes.Count), ("caller", found.Caller is null ? 0 : 1)),
            Some(
                ("live", found.Calls.Count - plan.Calls.Count),
                ("open-cases", found.Cases.Count(row => row.ClosedAt is null)),
                ("disputable-cases", found.Cases.Count(row => row.ClosedAt is not null && KeptByLaw.Is(row))),
                ("statements", found.Requests.Count - plan.Requests.Count),
                ("receipts", found.Messages.Count - plan.Messages.Count),
                ("open-orders", found.Orders.Count - plan.Orders.Count),
                ("orders", plan.Orders.Count)));
    }

    private static ImmutableArray<ErasureCount> Some(params IEnumerable<(string What, int Count)> counts)
        => [.. counts.Where(each => each.Count > 0).Select(each => new ErasureCount(each.What, each.Count))];

    private sealed record Erasure(PersonRecords Found)
    {
        public required List<OrderRow> Orders { get; init; }

        public required List<string> Calls { get; init; }

        public required List<string> Cases { get; init; }

        public required List<string> Requests { get; init; }

        public required List<string> Messages { get; init; }
    }
}

/// <summary>What was erased of a person and what was not.</summary>
/// <param name="Erased">What is gone; empty when nothing was kept.</param>
/// <param name="Kept">What stays; see <see cref="ErasureReasons"/>.</param>
internal sealed record ErasureReport(ImmutableArray<ErasureCount> Erased, ImmutableArray<ErasureCount> Kept);

/// <summary>How many of something.</summary>
/// <param name="What">A key: <c>calls</c>.</param>
/// <param name="Count">How many; more than none.</param>
internal readonly record struct ErasureCount(string What, int Count);
