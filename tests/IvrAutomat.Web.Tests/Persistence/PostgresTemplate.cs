using IvrAutomat.Web.Tests.Persistence;

[assembly: AssemblyFixture(typeof(PostgresTemplate))]

namespace IvrAutomat.Web.Tests.Persistence;

/// <summary>
/// A PostgreSQL database with the present schema, migrated once for all tests; each test's own is a copy of it, which takes a fraction of
/// the time. It goes when the last test is over.
/// </summary>
public sealed class PostgresTemplate : IAsyncDisposable
{
    private static readonly SemaphoreSlim Alone = new(1);
    private static TestDatabase? _made;

    /// <summary>Its name. Nobody is connected to it: a database in use cannot be copied.</summary>
    internal static async Task<string> NameAsync(CancellationToken cancellationToken)
    {
        await Alone.WaitAsync(cancellationToken);
        try
        {
            if (_made is null)
            {
                var made = await TestDatabase.CreateEmptyAsync(BothDatabasesAttribute.PostgreSql);
                await made.Start.MigrateAsync(cancellationToken);
                await made.LeaveAsync();
                _made = made;
            }

            return _made.Name!;
        }
        finally
        {
            Alone.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_made is not null)
        {
            await _made.DropAsync();
        }
    }
}
