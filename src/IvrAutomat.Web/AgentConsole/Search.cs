using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>What a search has found.</summary>
/// <param name="Orders">Orders, the latest first.</param>
/// <param name="Cases">Cases, by number and kind.</param>
/// <param name="WasCut">Not all orders were looked through.</param>
internal sealed record Found(IReadOnlyList<OrderHit> Orders, IReadOnlyList<(string Number, string Kind)> Cases, bool WasCut);

/// <summary>An order that was found, with what tells it from the others. Its text never prints a value.</summary>
/// <param name="Order">The order as this database last knew it.</param>
/// <param name="Name">Whose; null where nobody has proved to be the customer, as on the page of the order.</param>
internal sealed record OrderHit(Order Order, string? Name)
{
    /// <inheritdoc />
    public override string ToString() => nameof(OrderHit);
}

/// <summary>
/// Finds orders and cases by any number, phone, e-mail or part of a name. Numbers and phones are looked up; names and e-mails are
/// encrypted, so orders are read from the newest on and opened one by one, a bounded number of them.
/// </summary>
internal sealed class Search(IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts, CallerProof proof)
{
    private const int MostHits = 30;
    private const int MostRead = 20_000;
    private const int Batch = 1_000;
    private const int ShortestText = 2;

    /// <summary>Looks.</summary>
    /// <param name="wanted">What was typed.</param>
    /// <param name="viewer">Who looks: only for those whose caller is proved a hit has a name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Found> FindAsync(string wanted, Colleague viewer, CancellationToken cancellationToken)
    {
        wanted = wanted.Trim();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cases = await db.Cases.AsNoTracking().Where(row => row.Number == wanted).Select(row => new { row.Number, row.Kind }).ToListAsync(cancellationToken);
        var direct = await ByNumberAsync(db, wanted, cancellationToken);
        var (named, wasCut) = wanted.Length >= ShortestText && direct.Count == 0 && wanted.Any(char.IsLetter)
            ? await ByNameAsync(db, wanted, cancellationToken)
            : ([], false);
        return new(await HitsAsync(db, [.. direct, .. named], viewer, cancellationToken), [.. cases.Select(row => (row.Number, row.Kind))], wasCut);
    }

    private async Task<IReadOnlyList<OrderHit>> HitsAsync(AutomatDb db, List<string> ids, Colleague viewer, CancellationToken cancellationToken)
    {
        var proved = await proof.GivenAmongAsync(ids, viewer, cancellationToken);
        var rows = await db.Orders.AsNoTracking().Where(order => ids.Contains(order.Id)).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => ids.IndexOf(row.Id))
            .Select(row => new OrderHit(OrderBook.OrderOf(row), proved.Contains(row.Id) ? contacts.ReadWhole(row.Contact).Name : null))];
    }

    private async Task<List<string>> ByNumberAsync(AutomatDb db, string wanted, CancellationToken cancellationToken)
    {
        var key = SpokenKey.Of(string.Concat(wanted.Where(char.IsAsciiDigit))) ?? string.Empty;
        var phone = PhoneNumber.Parse(string.Concat(wanted.Where(letter => !char.IsWhiteSpace(letter)))) is { } number
            ? secrets.Hash(SecretLabel.Phone, number.Value) : string.Empty;
        return await db.Orders.AsNoTracking()
            .Where(order => order.Number == wanted || (phone.Length > 0 && order.PhoneKey == phone)
                || (key.Length > 0 && db.OrderKeys.Any(each => each.OrderId == order.Id && each.SpokenKey == key)))
            .OrderByDescending(order => order.ChangedAt).Take(MostHits).Select(order => order.Id).ToListAsync(cancellationToken);
    }

    private async Task<(List<string> Hits, bool WasCut)> ByNameAsync(AutomatDb db, string wanted, CancellationToken cancellationToken)
    {
        var hits = new List<string>();
        for (var read = 0; read < MostRead; read += Batch)
        {
            var rows = await db.Orders.AsNoTracking().OrderByDescending(order => order.ChangedAt).ThenBy(order => order.Id).Skip(read).Take(Batch)
                .Select(order => new { order.Id, order.Contact }).ToListAsync(cancellationToken);
            hits.AddRange(rows.Where(row => Matches(contacts.ReadWhole(row.Contact), wanted)).Select(row => row.Id));
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
