using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>A host on SQLite that the tests of a class share, each with calls of its own.</summary>
public sealed class OneHost : IAsyncLifetime
{
    private TestDatabase _database = null!;

    internal CallHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        Host = await CallHost.StartAsync(_database);

        // Some of these tests ask for all routes there are.
        await Host.Services.GetRequiredService<LatePages>().OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
