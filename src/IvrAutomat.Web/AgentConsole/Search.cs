using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>What a search has found.</summary>
/// <param name="Orders">Orders, by id and number.</param>
/// <param name="Cases">Cases, by number and kind.</param>
/// <param name="WasCut">Not all orders were looked through.</param>
internal sealed record Found(IReadOnlyList<(string Id, string Number)> Orders, IReadOnlyList<(string Number, string Kind)> Cases, bool WasCut);

/// <summary>
/// Finds orders and cases by any number, phone, e-mail or part of a name. Numbers and phones are looked up; names and e-mails are
/// encrypted, so orders are read from the newest on and opened one by one, a bounded number of them.
/// </summary>
internal sealed class Search(IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts)
{
    private const int MostHits = 30;
    private const int MostRead = 20_000;
    private const int Batch = 1_000;
    private const int ShortestText = 2;

    /// <summary>Looks.</summary>
    public async Task<Found> FindAsync(string wanted, CancellationToken cancellationToken)
    {
        wanted = wanted.Trim();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cases = await db.Cases.AsNoTracking().Where(row => row.Number == wanted).Select(row => new { row.Number, row.Kind }).ToListAsync(cancellationToken);
        var direct = await ByNumberAsync(db, wanted, cancellationToken);
        var (named, wasCut) = wanted.Length >= ShortestText && direct.Count == 0 && wanted.Any(char.IsLetter)
            ? await ByNameAsync(db, wanted, cancellationToken)
            : ([], false);
        return new([.. direct, .. named], [.. cases.Select(row => (row.Number, row.Kind))], wasCut);
    }

    private async Task<List<(string Id, string Number)>> ByNumberAsync(AutomatDb db, string wanted, CancellationToken cancellationToken)
    {
        var key = SpokenKey.Of(string.Concat(wanted.Where(char.IsAsciiDigit))) ?? string.Empty;
        var phone = PhoneNumber.Parse(string.Concat(wanted.Where(letter => !char.IsWhiteSpace(letter)))) is { } number
            ? secrets.Hash(SecretLabel.Phone, number.Value) : string.Empty;
        var rows = await db.Orders.AsNoTracking()
            .Where(order => order.Number == wanted || (phone.Length > 0 && order.PhoneKey == phone)
                || (key.Length > 0 && db.OrderKeys.Any(each => each.OrderId == order.Id && each.SpokenKey == key)))
            .OrderByDescending(order => order.ChangedAt).Take(MostHits).Select(order => new { order.Id, order.Number }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Id, row.Number));
    }

    private async Task<(List<(string Id, string Number)> Hits, bool WasCut)> ByNameAsync(AutomatDb db, string wanted, CancellationToken cancellationToken)
    {
        var hits = new List<(string Id, string Number)>();
        for (var read = 0; read < MostRead; read += Batch)
        {
            var rows = await db.Orders.AsNoTracking().OrderByDescending(order => order.ChangedAt).ThenBy(order => order.Id).Skip(read).Take(Batch)
                .Select(order => new { order.Id, order.Number, order.Contact }).ToListAsync(cancellationToken);
            hits.AddRange(rows.Where(row => Matches(contacts.ReadWhole(row.Contact), wanted)).Select(row => (row.Id, row.Number)));
            if (rows.Count < Batch || hits.Count >= MostHits)
            {
                return ([.. hits.Take(MostHits)], hits.Count > MostHits);
            }
        }

        return (hits, true);
    }

    private static bool Matches(Contact contact, string wanted)
        => SearchText.Contains(contact.Name, wanted) || contact.Email?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;
}
