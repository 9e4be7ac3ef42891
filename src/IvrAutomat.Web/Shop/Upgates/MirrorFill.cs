using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>How far the first fill has come.</summary>
/// <param name="From">Orders made since then are fetched.</param>
/// <param name="Began">When it began: changes since then are caught up with.</param>
/// <param name="Page">The next page, from 1.</param>
/// <param name="Pages">How many there are; 0 before the first answer.</param>
/// <param name="IsDone">All are here.</param>
internal sealed record FillProgress(DateTimeOffset From, DateTimeOffset Began, int Page, int Pages, bool IsDone);

/// <summary>Fetches the shop's orders of the last months for the first time, page by page: after a stop it goes on with the page it was at.</summary>
internal sealed class MirrorFill(UpgatesApi api, MirrorStore store, MirrorNotes notes, SystemsNow systems, TimeProvider time)
{
    private const string Note = "fill";

    /// <summary>Where it stands; begins it when it never was.</summary>
    public async Task<FillProgress> ProgressAsync(CancellationToken cancellationToken)
    {
        if (await notes.ReadAsync(Note, cancellationToken) is { } note)
        {
            return StoredJson.Read<FillProgress>(note.Value);
        }

        var now = time.GetUtcNow();
        var first = new FillProgress(now.AddDays(-systems().Upgates.FillDays), now, Page: 1, Pages: 0, IsDone: false);
        await notes.WriteAsync(Note, StoredJson.Write(first), cancellationToken);
        return first;
    }

    /// <summary>Fetches the next page.</summary>
    /// <returns>Where it stands then; why nothing came is told beside it.</returns>
    public async Task<(FillProgress Progress, string? Why)> StepAsync(CancellationToken cancellationToken)
    {
        var progress = await ProgressAsync(cancellationToken);
        if (progress.IsDone)
        {
            return (progress, null);
        }

        var asOf = time.GetUtcNow();
        var fetched = await api.MadeAsync(progress.From, progress.Page, cancellationToken);
        if (fetched.Value is not { } page)
        {
            return (progress, fetched.Why);
        }

        await store.StoreAsync(page.Orders, asOf, isFill: true, cancellationToken);
        var next = progress with { Page = progress.Page + 1, Pages = page.Pages, IsDone = progress.Page >= page.Pages };
        await notes.WriteAsync(Note, StoredJson.Write(next), cancellationToken);
        if (next.IsDone)
        {
            await notes.WriteAsync(Mirror.CaughtUp, StoredJson.Write(progress.Began), cancellationToken);
        }

        return (next, null);
    }
}
