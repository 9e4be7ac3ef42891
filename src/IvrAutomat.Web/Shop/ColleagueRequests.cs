using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// What a colleague has the automat do: a row of the same ledger, so that the same checks, the same receipts and the same care hold as in a
/// call. One press of a button is one request, however often the browser sends it.
/// </summary>
internal sealed class ColleagueRequests(IDbContextFactory<AutomatDb> contexts, Ledger ledger, Secrets secrets, TimeProvider time)
{
    /// <summary>How long a page waits for the result; what takes longer is shown when it is there.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    private const int PressLength = 32;

    /// <summary>Names one press of a button.</summary>
    public static string NewPress() => Guid.NewGuid().ToString("N");

    /// <summary>Asks for something and waits a little.</summary>
    /// <param name="press">As <see cref="NewPress"/> gave it to the form.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="callId">The call in which the customer asked; null for none.</param>
    /// <param name="said">The customer's words for a complaint; null elsewhere.</param>
    /// <param name="also">Written in the same transaction: who asked.</param>
    /// <param name="cancellationToken">Gives up waiting; what was asked for is done all the same.</param>
    /// <returns>What came of it; null while it is under way. Nothing is asked for when the press is malformed.</returns>
    public async Task<WorkResult?> AskAsync(
        string press, Request request, string? callId, string? said, Action<AutomatDb> also, CancellationToken cancellationToken)
    {
        if (press.Length != PressLength || !press.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var id = $"desk-{press}";
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Requests.AnyAsync(row => row.Id == id, cancellationToken))
        {
            db.Requests.Add(new RequestRow
            {
                Id = id,
                IdempotencyKey = id,
                CallId = callId ?? string.Empty,
                OrderId = request.OrderId,
                Kind = Calls.RequestKey.KindOf(request),
                Body = StoredJson.Write<Work>(request),
                State = RequestState.Waiting,
                Held = new HeldDetails { Said = said }.Protect(secrets),
                CreatedAt = time.GetUtcNow(),
            });
            also(db);
            await SaveAsync(db, id, cancellationToken);
        }

        ledger.Wake();
        return await ledger.WaitAsync(id, Patience, cancellationToken);
    }

    // Pressed twice at one moment: the first press counts.
    private static async Task SaveAsync(AutomatDb db, string id, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Requests.AsNoTracking().Any(row => row.Id == id))
        {
            // It is being done.
        }
    }
}
