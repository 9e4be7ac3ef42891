using IvrAutomat.Proof.World;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telephony;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// A shop with one caller who waits, and agents whose legs the test plays: the product in real time on a real database, with a carrier
/// that only takes notes.
/// </summary>
internal sealed class HandoverScene : IAsyncDisposable
{
    public const string Jana = "+420602000001";
    public const string Petr = "+420602000002";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TestDatabase _database;
    private readonly List<CallHost> _hosts = [];
    private readonly List<StrangerPhone> _phones = [];

    private HandoverScene(TestDatabase database, AgentCarrier carrier) => (_database, Carrier) = (database, carrier);

    public AgentCarrier Carrier { get; }

    public ForwardClock Clock { get; } = new();

    /// <summary>The host that was started last.</summary>
    public CallHost Host => _hosts[^1];

    public StrangerPhone Caller { get; private set; } = null!;

    /// <summary>The step whose addresses the caller's queue has.</summary>
    public Uri Joined { get; private set; } = null!;

    public static async Task<HandoverScene> OpenAsync(string provider)
    {
        var clock = new ForwardClock();
        var scene = new HandoverScene(await TestDatabase.CreateAsync(provider, clock), await AgentCarrier.StartAsync());
        await scene.StartHostAsync();
        return scene;
    }

    /// <summary>A caller who has proved an order asks for a person and is in the queue.</summary>
    public static async Task<HandoverScene> WaitingAsync(string provider)
    {
        var scene = await OpenAsync(provider);
        await scene.JoinAsync();
        return scene;
    }

    /// <summary>Another host on the same database, in the place of the last one or beside it.</summary>
    public async Task<CallHost> StartHostAsync()
    {
        _hosts.Add(await CallHost.StartAsync(
            _database,
            services => services.Replace(ServiceDescriptor.Singleton(new TwilioOptions
            {
                AccountSid = StrangerPhone.AccountSid,
                AuthToken = StrangerPhone.AuthToken,
                ApiUrl = Carrier.Url,
                From = StrangerPhone.Line,
            })),
            Clock));
        return Host;
    }

    /// <summary>The last host dies; what it had in memory is gone.</summary>
    public async Task KillHostAsync()
    {
        await Host.DisposeAsync();
        _hosts.RemoveAt(_hosts.Count - 1);
    }

    public async Task JoinAsync(string from = "+420601000003", string pin = "1964")
    {
        Caller = Phone(from);
        await Caller.DialAsync();
        await Caller.PressAsync(pin);
        var answer = await Caller.PressAsync("0");
        var enqueue = answer.Response.Element("Enqueue") ?? throw new InvalidOperationException($"The caller is not put into a queue: {answer.Said}");
        Joined = new Uri(Caller.Now.Url, enqueue.Attribute("waitUrl")!.Value);
        await Caller.FollowAsync(Joined);
    }

    /// <summary>Waits until so many legs have been asked for, and gives the last.</summary>
    public async Task<AgentCarrier.Leg> RingsAsync(int count = 1)
    {
        await UntilAsync(() => Task.FromResult(Carrier.Legs.Count >= count), $"{count} legs, there are {Carrier.Legs.Count}");
        return Carrier.Legs[count - 1];
    }

    /// <summary>An agent's leg, picked up: it has heard the whisper.</summary>
    public async Task<StrangerPhone> AnswersAsync(AgentCarrier.Leg leg)
    {
        var phone = Phone(leg.To, leg.Sid);
        await phone.FollowAsync(OnHost(leg.Url));
        return phone;
    }

    /// <summary>Reports a status of an agent's leg.</summary>
    public async Task ReportAsync(AgentCarrier.Leg leg, string status, int times = 1)
    {
        var phone = Phone(leg.To, leg.Sid);
        for (var time = 0; time < times; time++)
        {
            await phone.PostAsync(OnHost(leg.Status), ("CallStatus", status), ("SequenceNumber", "3"));
        }
    }

    /// <summary>The caller's call is sent to another document, as it was asked for last; null until it is.</summary>
    public Task<Reply> MovedAsync() => MovedAsync(1);

    public async Task<Reply> MovedAsync(int count)
    {
        IReadOnlyList<AgentCarrier.Asked> Moves() => [.. Carrier.Requests.Where(asked => asked.Path == $"Calls/{Caller.CallSid}.json" && asked.Form.ContainsKey("Url"))];
        await UntilAsync(() => Task.FromResult(Moves().Count >= count), $"{count} moves of the caller");
        return await Caller.FollowAsync(OnHost(new Uri(Moves()[count - 1].Form["Url"])));
    }

    /// <summary>Reports what happened in the room.</summary>
    public Task RoomAsync(Reply joined, string what) => Caller.PostAsync(
        new Uri(Caller.Now.Url, joined.Response.Element("Dial")!.Element("Conference")!.Attribute("statusCallback")!.Value),
        ("ConferenceSid", "CF0123456789abcdef0123456789abcdef"), ("StatusCallbackEvent", what));

    /// <summary>Waits until the database says so.</summary>
    public Task UntilAsync(Func<TransferRow, bool> wait, string what)
        => UntilAsync(async () => wait(await WaitAsync()), what);

    /// <summary>The caller's wait.</summary>
    public Task<TransferRow> WaitAsync() => Host.ReadAsync(db => db.Transfers.AsNoTracking().OrderByDescending(row => row.WaitingSince).FirstAsync());

    /// <summary>All offers, oldest first.</summary>
    public Task<List<OfferRow>> OffersAsync() => Host.ReadAsync(db => db.Offers.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync());

    /// <summary>The cases.</summary>
    public Task<List<CaseRow>> CasesAsync() => Host.ReadAsync(db => db.Cases.AsNoTracking().ToListAsync());

    /// <summary>How the carrier was asked to end a leg, in order.</summary>
    public IReadOnlyList<string> EndsOf(string leg) =>
        [.. Carrier.Requests.Where(asked => asked.Path == $"Calls/{leg}.json" && asked.Form.ContainsKey("Status")).Select(asked => asked.Form["Status"])];

    public Uri OnHost(Uri url) => Host.At(url);

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            Assert.False(limit.IsCancellationRequested, $"It never came to this: {what}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public StrangerPhone Phone(string from, string? sid = null)
    {
        var phone = new StrangerPhone(Host.Address, from) { CallSid = sid ?? StrangerPhone.NewSid() };
        _phones.Add(phone);
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        _phones.ForEach(phone => phone.Dispose());
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await Carrier.DisposeAsync();
        await _database.DisposeAsync();
    }
}
