using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>Where a shop went that has moved to another server of Upgates. It is kept for good, and only for the address it moved from.</summary>
internal sealed class MovedAddress(MirrorNotes notes)
{
    private const string Note = "moved";

    private Move? _known;
    private bool _isRead;

    /// <summary>The address to use in the place of the one that is set.</summary>
    public async Task<Uri> OfAsync(Uri configured, CancellationToken cancellationToken)
    {
        if (!Volatile.Read(ref _isRead))
        {
            _known = await notes.ReadAsync(Note, cancellationToken) is { } note ? StoredJson.Read<Move>(note.Value) : null;
            Volatile.Write(ref _isRead, value: true);
        }

        return _known is { } move && move.From == configured.AbsoluteUri ? new Uri(move.To) : configured;
    }

    /// <summary>Keeps a new address, which has been checked.</summary>
    public async Task KeepAsync(Uri configured, Uri next, CancellationToken cancellationToken)
    {
        var move = new Move(configured.AbsoluteUri, next.AbsoluteUri);
        _known = move;
        await notes.WriteAsync(Note, StoredJson.Write(move), cancellationToken);
    }

    private sealed record Move(string From, string To);
}
