using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Language;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Web.Shop;
using Npgsql;

namespace IvrAutomat.Benchmarks.Live;

/// <summary>
/// Searches what a load left behind for the callers. The demo's PINs have four digits, which come about by chance anywhere: they are searched
/// for as they come in and as they are spoken.
/// </summary>
internal static class LoadSweep
{
    private static readonly SpokenLanguage[] Languages = [Czech.Instance, English.Instance, Slovak.Instance];

    /// <summary>Searches.</summary>
    /// <param name="orders">Whose customers called.</param>
    /// <param name="host">What they called; its database is looked at while it still runs.</param>
    /// <param name="folder">The folder of a database that is a file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What to print, and whether nothing was found.</returns>
    public static async Task<(string Line, bool IsClean)> SearchAsync(
        IReadOnlyList<DemoOrder> orders, HostProcess host, string folder, CancellationToken cancellationToken)
    {
        var sweep = new Sweep();
        foreach (var order in orders.DistinctBy(order => order.Phone))
        {
            sweep.Plant("PIN", $"Digits={order.Pin}");
            foreach (var language in Languages)
            {
                sweep.Plant("PIN", language.Digits(order.Pin));
            }

            foreach (var (kind, secret) in new[] { ("phone number", order.Phone["+420".Length..]), ("name", order.Name), ("street", order.Address.Street), ("e-mail address", order.Email) })
            {
                if (secret is { Length: >= 8 })
                {
                    sweep.Plant(kind, secret);
                }
            }
        }

        sweep.Look("log", string.Join('\n', host.Messages));
        if (host.Variant.NeedsPostgres)
        {
            await LookAtTablesAsync(sweep, host, cancellationToken);
        }
        else
        {
            sweep.LookAtFiles("SQLite files", folder);
        }

        var found = sweep.Find();
        var looks = sweep.Sees(host.Variant.NeedsPostgres ? "PostgreSQL tables" : "SQLite files", orders[0].Order.Number);
        return (
            $"Canary sweep: {sweep.Secrets} secrets in {sweep.Forms} forms; {sweep.Places}; found {found.Count}{string.Concat(found.Select(hit => $"{Environment.NewLine}  {hit}"))}{(looks ? string.Empty : "; the sweep does not find what is there")}",
            found.Count == 0 && looks);
    }

    private static async Task LookAtTablesAsync(Sweep sweep, HostProcess host, CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(PostgresDatabase.ConnectionStringOf(host.Id));
        var tables = new List<string>();
        await using (var names = server.CreateCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        await using (var reader = await names.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        foreach (var table in tables)
        {
#pragma warning disable CA2100 // A name from the schema itself.
            await using var command = server.CreateCommand($"SELECT string_agg(row::text, E'\\n') FROM \"{table}\" AS row");
#pragma warning restore CA2100
            sweep.Look("PostgreSQL tables", await command.ExecuteScalarAsync(cancellationToken) as string ?? string.Empty);
        }
    }
}
