using System.Net;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Carrier.Rest;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/usage/webhooks: status callbacks are best effort; and REST requests that go wrong.</summary>
public sealed class FaultTests
{
    private const string Agent = "+420602000009";

    [Theory]
    [InlineData("none", "initiated ringing in-progress completed")]
    [InlineData("twice", "initiated initiated ringing ringing in-progress in-progress completed completed")]
    [InlineData("lose answered", "initiated ringing completed")]
    [InlineData("lose all", "")]
    public async Task Callbacks_ArriveAsTheFaultsSay(string fault, string arrived)
    {
        await using var server = await StartAsync(fault switch
        {
            "twice" => new CarrierFaults { StatusCallbackTwice = true },
            "lose answered" => new CarrierFaults { LoseCallbacks = new HashSet<string>(["answered"]) },
            "lose all" => new CarrierFaults { LoseStatusCallback = true },
            _ => CarrierFaults.None,
        });
        await PlaceAsync(server);
        await PassAsync(server, 30);
        Assert.Equal(arrived, string.Join(' ', Events(server).Select(each => each["CallStatus"])));
    }

    [Fact]
    public async Task SwappedCallbacks_ComeOutOfOrderAndTheirNumbersTell()
    {
        await using var server = await StartAsync(new CarrierFaults { SwapCallbacks = true });
        await PlaceAsync(server);
        await PassAsync(server, 30);

        var numbers = Events(server).Select(each => int.Parse(each["SequenceNumber"]!)).ToArray();
        Assert.Equal([0, 1, 2, 3], numbers.Order());
        Assert.NotEqual(numbers.Order(), numbers);
    }

    [Fact]
    public async Task LateCallback_IsOvertakenByTheRequestForTheDocument()
    {
        await using var server = await StartAsync(new CarrierFaults { CallbackDelay = TimeSpan.FromSeconds(4) });
        await PlaceAsync(server);
        await PassAsync(server, 30);

        var order = server.Turns.Select(turn => turn.Path == "/whisper" ? "whisper" : turn["CallStatus"]).ToList();
        Assert.True(order.IndexOf("whisper") < order.IndexOf("in-progress"), string.Join(' ', order));
    }

    [Fact]
    public async Task SlowQueue_KeepsTheCallBeforeItIsDialled()
    {
        await using var server = await StartAsync(new CarrierFaults { QueueTime = TimeSpan.FromSeconds(20) });
        var (call, created) = await PlaceAsync(server);
        await PassAsync(server, 19);
        Assert.Equal(("queued", "20000"), (call!.Status, created["queue_time"]));
        await PassAsync(server, 3);
        Assert.Equal("ringing", call.Status);
    }

    [Theory]
    [InlineData(RestFaultKind.TooMany, HttpStatusCode.TooManyRequests, 20429)]
    [InlineData(RestFaultKind.ServerError, HttpStatusCode.InternalServerError, 20500)]
    [InlineData(RestFaultKind.WrongState, HttpStatusCode.BadRequest, 21220)]
    [InlineData(RestFaultKind.NotFound, HttpStatusCode.NotFound, 20404)]
    public async Task FaultyRequest_IsAnsweredSoAndNothingHappens(RestFaultKind kind, HttpStatusCode status, int code)
    {
        await using var server = await StartAsync(new CarrierFaults { Rest = [new RestFault(RestOperation.CreateCall, 1, kind)] });
        var (_, first) = await PlaceAsync(server);
        Assert.Equal((status, code), (first.Status, first.Code));
        Assert.Empty(server.Carrier.Calls);

        var (_, second) = await PlaceAsync(server);
        Assert.Equal(HttpStatusCode.Created, second.Status);
    }

    [Fact]
    public async Task LostAnswer_LeavesACallThatExists()
    {
        await using var server = await StartAsync(
            new CarrierFaults { Rest = [new RestFault(RestOperation.CreateCall, Number: null, RestFaultKind.LostAnswer)] });
        await Assert.ThrowsAsync<HttpRequestException>(() => PlaceAsync(server));
        Assert.Equal(Agent, Assert.Single(server.Carrier.Calls).To);
    }

    private static Received[] Events(TwimlServer server) => [.. server.Turns.Where(turn => turn.Path == "/events")];

    private static Task PassAsync(TwimlServer server, int seconds) =>
        server.Driver.PassAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    private static async Task<(PhoneCall? Call, RestAnswer Created)> PlaceAsync(TwimlServer server)
    {
        using var rest = new RestClient(server);
        var created = await rest.PostAsync("Calls.json",
            ("To", Agent), ("From", server.Options.Line), ("Url", new Uri(server.Address, "/whisper").AbsoluteUri),
            ("StatusCallback", new Uri(server.Address, "/events").AbsoluteUri),
            ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"));
        return (created.Status == HttpStatusCode.Created ? server.Carrier.Find(created["sid"]) : null, created);
    }

    private static Task<TwimlServer> StartAsync(CarrierFaults faults) => TwimlServer.StartAsync(
        options => options.Faults = faults, ("/whisper", "<Say>whisper</Say>"), ("/events", "<Pause/>"));
}
