using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IvrAutomat.Web.Persistence;

/// <summary>Gives EF Core's SQLite connections the same settings as every other connection.</summary>
internal sealed class SqlitePragmas(Database database) : DbConnectionInterceptor
{
    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => database.Prepare(connection);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        database.Prepare(connection);
        return Task.CompletedTask;
    }
}
