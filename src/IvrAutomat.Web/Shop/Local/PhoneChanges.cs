using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>What calls changed about orders, in the order in which it was done: for a shop that carries it over by hand or by a program.</summary>
internal sealed class PhoneChanges(IDbContextFactory<AutomatDb> contexts)
{
    /// <summary>Lists the changes.</summary>
    /// <param name="since">The identifier of the last change that the shop has; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The changes; null when there is no change of that identifier.</returns>
    public async Task<IReadOnlyList<PhoneChange>?> ListAsync(string? since, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Requests.AsNoTracking().Where(row => row.State == RequestState.Done && row.FinishedAt != null);
        if (since is not null)
        {
            if (await all.Where(row => row.Id == since).Select(row => row.FinishedAt).SingleOrDefaultAsync(cancellationToken) is not { } at)
            {
                return null;
            }

            // Whatever ended in the same millisecond is listed again rather than lost.
            all = all.Where(row => row.FinishedAt >= at && row.Id != since);
        }

        return [.. (await all.OrderBy(row => row.FinishedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken)).Select(Read).OfType<PhoneChange>()];
    }

    private static PhoneChange? Read(RequestRow row)
        => row.Result is { } result && StoredJson.Read<WorkResult>(result) is RequestDone done && StoredJson.Read<Work>(row.Body) is var wanted && Changes(wanted)
            ? new PhoneChange(row.Id, row.FinishedAt!.Value, row.Kind, wanted, done.Order)
            : null;

    // Messages and links leave the order as it is.
    private static bool Changes(Work wanted) => wanted
        is CancelOrder or RestoreOrder or ConfirmOrder or ChangePayment or ExtendStorage or NoteReturn or ArrangeReturn or CancelReturn or FileComplaint;
}

/// <summary>One change.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="At">When it was done.</param>
/// <param name="Kind">What was done: <c>cancel-order</c>.</param>
/// <param name="Wanted">What was asked for.</param>
/// <param name="Order">The order afterwards.</param>
internal sealed record PhoneChange(string Id, DateTimeOffset At, string Kind, Work Wanted, Order Order);
