using System.Diagnostics;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Benchmarks.Import;

/// <summary>How one would write an import in ten lines: look the order up, add it, save, next row. It is what the real one is compared with.</summary>
internal static class NaiveImport
{
    /// <summary>Imports the first rows of a file.</summary>
    /// <returns>Seconds; the start of the database is not counted.</returns>
    public static async Task<double> RunAsync(string file, int rows, string database, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddPersistence(new DatabaseOptions { ConnectionString = $"Data Source={database}" }, new SecretsOptions()).BuildServiceProvider();
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        var secrets = services.GetRequiredService<Secrets>();
        await using var db = await services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        foreach (var line in File.ReadLines(file).Skip(1).Take(rows))
        {
            var values = line.Split(';');
            var id = $"n-{values[0]}";
            if (await db.Orders.AnyAsync(order => order.Id == id, cancellationToken))
            {
                continue;
            }

            var order = new Order { Id = id, Number = values[0], State = OrderState.Packing, OrderedOn = DateOnly.Parse(values[1]), Total = decimal.Parse(values[2].Replace(',', '.')) };
            db.Orders.Add(new OrderRow
            {
                Id = id,
                Number = values[0],
                PhoneKey = secrets.Hash(SecretLabel.Phone, values[8]),
                Contact = new Contact(values[8], values[9], values[10]).Protect(secrets),
                PinKey = secrets.Hash(SecretLabel.Pin, id, "482173"),
                Data = StoredJson.Write(order),
            });
            foreach (var (kind, at) in ((string, int)[])[("order", 0), ("parcel", 7), ("invoice", 14), ("variable-symbol", 15)])
            {
                db.OrderKeys.Add(new OrderKeyRow { OrderId = id, Kind = kind, SpokenKey = values[at] });
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
