using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Keeps a caller's mark: one for a case. Calls about the same order within a week are one case; where no order was proved, the call is.</summary>
internal sealed class NoteRatingHandler(IDbContextFactory<AutomatDb> contexts, TimeProvider time) : IRequestHandler
{
    /// <summary>How long after a mark a call about the same order is still the same case.</summary>
    public static readonly TimeSpan OneCase = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public Type Handles => typeof(NoteRating);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
    {
        var rating = (NoteRating)request;
        var order = rating.Id ?? string.Empty;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = time.GetUtcNow() - OneCase;
        if (!await db.Ratings.AnyAsync(each => each.OrderId == order && (each.CallId == row.CallId || (order != string.Empty && each.At >= since)), cancellationToken))
        {
            db.Ratings.Add(new RatingRow { Id = row.Id, CallId = row.CallId, OrderId = order, Mark = rating.Mark, At = time.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }

        return new Noted();
    }
}
