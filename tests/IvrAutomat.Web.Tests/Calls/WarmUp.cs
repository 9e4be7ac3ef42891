using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

[assembly: AssemblyFixture(typeof(WarmUp))]

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>
/// Two calls before the first test. What runs for the first time in a process is compiled first, while several of these start at once on two
/// processors; a webhook's two seconds do not wait for that, and a test of something else would find its call with a person.
/// </summary>
public sealed class WarmUp : IAsyncLifetime
{
    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        foreach (var from in (string?[])["+420601000001", null])
        {
            using var phone = host.Phone(from);
            try
            {
                await phone.IdentifyAsync("2026001001", "4821");
                await phone.PressAsync("0");
            }
            catch (Exception)
            {
                // Too slow, and with a person: that is what this is for. Whatever else goes wrong is for the tests to say, each for itself.
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
