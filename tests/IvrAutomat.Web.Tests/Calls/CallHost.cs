using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Conventions;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>The whole product on a free port with the demo shop, in real time, on a database that other hosts may share.</summary>
internal sealed class CallHost : IAsyncDisposable
{
    /// <summary>The number of a person in these tests.</summary>
    public const string HumanNumber = "+420602999999";

    private readonly WebApplication _app;

    private CallHost(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    /// <summary>Makes this host's shop slow or silent.</summary>
    public ShopFaults Shop => Services.GetRequiredService<ShopFaults>();

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts a host.</summary>
    /// <param name="database">The database; it may be shared.</param>
    /// <param name="change">Changes what the host is made of, after the product has registered everything.</param>
    /// <param name="time">The clock; real time unless given.</param>
    /// <param name="settings">Settings that differ.</param>
    public static async Task<CallHost> StartAsync(
        TestDatabase database, Action<IServiceCollection>? change = null, TimeProvider? time = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = Repository.Root,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:Provider"] = database.Options.Provider.ToString(),
            ["Database:ConnectionString"] = database.Options.ConnectionString,
            ["Secrets:Key"] = database.SecretsOptions.Key,
            ["Simulator:AccountSid"] = StrangerPhone.AccountSid,
            ["Simulator:AuthToken"] = StrangerPhone.AuthToken,
            ["Shop:HumanNumber"] = HumanNumber,
            ["Cases:ApologyList"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new Troubles());
        if (change is not null)
        {
            builder.Host.UseServiceProviderFactory(new ChangedServices(change));
        }

        var app = AutomatHost.Build(builder, time);
        await AutomatHost.StartAsync(app, TestContext.Current.CancellationToken);
        return new CallHost(app);
    }

    /// <summary>A URL of this host.</summary>
    public Uri At(Uri url) => new(Address, url.AbsolutePath);

    /// <summary>A phone with this number; null: withheld.</summary>
    public StrangerPhone Phone(string? from) => new(Address, from);

    /// <summary>Takes all demo orders back to their beginning.</summary>
    public Task ResetShopAsync() => Services.GetRequiredService<DemoShop>().ResetAsync(TestContext.Current.CancellationToken);

    /// <summary>Reads the database as it is now.</summary>
    public async Task<T> ReadAsync<T>(Func<AutomatDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }

    /// <summary>What has been decided about a call, oldest first: the inputs of its journal.</summary>
    public Task<List<string>> InputsAsync(string callSid) => ReadAsync(
        db => db.Journal.Where(entry => entry.CallId == callSid).OrderBy(entry => entry.Step).Select(entry => entry.Input).ToListAsync());

    /// <summary>How many inputs of a call have been decided, by its journal.</summary>
    public Task<int> JournalAsync(string callSid) => ReadAsync(db => db.Journal.CountAsync(entry => entry.CallId == callSid));

    /// <summary>How many requests a call has put into the ledger.</summary>
    public Task<int> RequestsAsync(string callSid) => ReadAsync(db => db.Requests.CountAsync(request => request.CallId == callSid));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private sealed class ChangedServices(Action<IServiceCollection> change) : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services) => services;

        public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
        {
            change(containerBuilder);
            return containerBuilder.BuildServiceProvider();
        }
    }
}
