using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Keeps a caller's mark: the first one that was given in a call about an order.</summary>
internal sealed class NoteRatingHandler(IDbContextFactory<AutomatDb> contexts, TimeProvider time) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(NoteRating);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
    {
        var rating = (NoteRating)request;
        var order = rating.Id ?? string.Empty;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Ratings.AnyAsync(each => each.CallId == row.CallId && each.OrderId == order, cancellationToken))
        {
            db.Ratings.Add(new RatingRow { Id = row.Id, CallId = row.CallId, OrderId = order, Mark = rating.Mark, At = time.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }

        return new Noted();
    }
}
