using IvrAutomat.Proof.World;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telephony;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Conventions;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// The product in two processes' worth of services on one real SQLite file. Nothing runs by itself: every worker's pass and every webhook is
/// called by the test, in the order that it chooses.
/// </summary>
internal sealed class InterleavingHouse : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication[] _instances;
    private readonly CallRow _call;
    private readonly int _joinedAt;

    private InterleavingHouse(TestDatabase database, WebApplication[] instances, EdgeCarrier carrier, ForwardClock clock, CallRow call, int joinedAt)
        => (_database, _instances, Carrier, Clock, _call, _joinedAt) = (database, instances, carrier, clock, call, joinedAt);

    public EdgeCarrier Carrier { get; }

    public ForwardClock Clock { get; }

    public static async Task<InterleavingHouse> OpenAsync()
    {
        CallRow call;
        int joinedAt;
        await using (var scene = await HandoverScene.WaitingAsync(BothDatabasesAttribute.Sqlite))
        {
            call = await scene.Host.ReadAsync(db => db.Calls.AsNoTracking().SingleAsync());
            joinedAt = (await scene.Host.Services.GetRequiredService<CallStore>().LoadAsync(call.Id, default))!.Call.Handover!.Waiting!.JoinedAt;
        }

        var clock = new ForwardClock();
        var carrier = new EdgeCarrier(clock);
        var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite, clock);
        return new InterleavingHouse(database, [Build(database, carrier, clock), Build(database, carrier, clock)], carrier, clock, call, joinedAt);
    }

    public T Of<T>(int instance)
        where T : notnull
        => _instances[instance].Services.GetRequiredService<T>();

    public AutomatDb Open() => _database.Open();

    /// <summary>A Monday morning without anybody.</summary>
    public async Task ClearAsync()
    {
        Carrier.Clear();
        Clock.Advance(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow());
        await using var db = Open();
        await db.Offers.ExecuteDeleteAsync();
        await db.Transfers.ExecuteDeleteAsync();
        await db.Callbacks.ExecuteDeleteAsync();
        await db.Calls.ExecuteDeleteAsync();
        await db.Cases.ExecuteDeleteAsync();
        await db.AgentStates.ExecuteDeleteAsync();
        await db.Requests.ExecuteDeleteAsync();
        await db.Messages.ExecuteDeleteAsync();
        await db.Journal.ExecuteDeleteAsync();
        await db.Feed.ExecuteDeleteAsync();
    }

    /// <summary>A caller who waits, with the case that is owed; a callback that is owed when <paramref name="isGone"/>.</summary>
    public async Task<EdgeLeg> AddAsync(int number, bool isGone)
    {
        var now = Clock.GetUtcNow().AddMilliseconds(-number);
        var leg = new EdgeLeg(StrangerPhone.NewSid(), $"+42060100010{number}", string.Empty, now) { State = isGone ? EdgeState.Over : EdgeState.Talking };
        var phone = IvrAutomat.Calls.PhoneNumber.Parse(leg.To)!.Value;
        await using var db = Open();
        db.Calls.Add(new CallRow
        {
            Id = leg.Sid,
            Version = _call.Version,
            State = _call.State,
            Data = _call.Data.Replace(_call.Id, leg.Sid, StringComparison.Ordinal),
            Held = _call.Held,
            Answer = _call.Answer,
            AnsweredStep = _call.AnsweredStep,
            StartedAt = now,
            UpdatedAt = now,
            EndedAt = isGone ? now : null,
            Language = _call.Language,
        });
        db.Cases.Add(new CaseRow
        {
            Id = leg.Sid,
            Number = $"10000{number}",
            Kind = "Callback",
            Reason = "Asked",
            CallId = leg.Sid,
            Owner = "Jana",
            CallerKey = _database.Secrets.Hash(SecretLabel.Phone, leg.To),
            CreatedAt = now,
            DueAt = now.AddDays(1),
            Contact = HeldPhone.Protect(_database.Secrets, phone),
        });
        if (!isGone)
        {
            db.Transfers.Add(new TransferRow
            {
                Id = WaitChange.NameOf(_database.Secrets, leg.Sid, _joinedAt),
                CallId = leg.Sid,
                CaseNumber = $"10000{number}",
                Language = "cs",
                State = TransferState.Waiting,
                WaitingSince = now,
            });
        }

        await db.SaveChangesAsync();
        Carrier.Legs.Add(leg);
        return leg;
    }

    /// <summary>A worker's pass: what has to be done is looked up now; each step is done when the test says so.</summary>
    public async Task<IReadOnlyList<Func<Task>>> PassAsync(int instance)
    {
        await Of<AgentShifts>(instance).TickAsync(default);
        await Of<CallbackPlan>(instance).StepAsync(default);
        var now = Clock.GetUtcNow();
        await using var db = Open();
        var waits = await db.Transfers.AsNoTracking().Where(wait => wait.SettledAt == null).ToListAsync();
        await Of<OfferBook>(instance).MakeAsync([.. waits.Where(wait => wait is { State: TransferState.Waiting, OfferId: null })], default);
        var offers = await db.Offers.AsNoTracking().Where(offer => offer.DueAt <= now).ToListAsync();
        return
        [
            .. offers.Select(offer => (Func<Task>)(async () =>
            {
                var steps = Of<TransferSteps>(instance);
                if (await steps.ClaimAsync(offer))
                {
                    await steps.StepAsync(offer);
                }
            })),
            .. waits.Where(wait => wait.MoveAt <= now || wait.DeadlineAt <= now || wait.State == TransferState.Ended)
                .Select(wait => (Func<Task>)(() => Of<TransferSteps>(instance).StepAsync(wait))),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private static WebApplication Build(TestDatabase database, EdgeCarrier carrier, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = Repository.Root });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["PublicUrl"] = "http://127.0.0.1",
            ["Database:ConnectionString"] = database.Options.ConnectionString,
            ["Secrets:Key"] = database.SecretsOptions.Key,
            ["Simulator:AccountSid"] = StrangerPhone.AccountSid,
            ["Simulator:AuthToken"] = StrangerPhone.AuthToken,
            ["Shop:HumanNumber"] = CallHost.HumanNumber,
            ["Handover:WrapUpSeconds"] = "5",
        });
        builder.Logging.ClearProviders();
        builder.Host.UseServiceProviderFactory(new Changed(services =>
        {
            services.AddHttpClient(nameof(TwilioApi)).ConfigurePrimaryHttpMessageHandler(() => carrier).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
            services.Replace(ServiceDescriptor.Singleton(new TwilioOptions
            {
                AccountSid = StrangerPhone.AccountSid,
                AuthToken = StrangerPhone.AuthToken,
                ApiUrl = "http://carrier.invalid",
                From = StrangerPhone.Line,
            }));
        }));
        return AutomatHost.Build(builder, time);
    }

    private sealed class Changed(Action<IServiceCollection> change) : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services) => services;

        public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
        {
            change(containerBuilder);
            return containerBuilder.BuildServiceProvider();
        }
    }
}
