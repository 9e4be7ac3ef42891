using System.Collections.Concurrent;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>A product that knows nothing but handing over: a queue, a whisper, a conference; agents are called one after the other.</summary>
internal sealed class HandoverServer : IAsyncDisposable
{
    private static readonly string[] Agents = ["+420602000001", "+420602000002"];
    private readonly TwimlServer _server;
    private readonly ConcurrentDictionary<string, string> _customerOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);

    private HandoverServer(TwimlServer server) => _server = server;

    public TwimlServer Twiml => _server;

    public static async Task<HandoverServer> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var server = await TwimlServer.StartAsync(
            configure,
            ("/voice", "<Gather numDigits=\"1\" action=\"/menu\"><Say>Dobrý den. Člověk, nula.</Say></Gather>"),
            ("/menu", "<Say>Spojím vás.</Say><Enqueue waitUrl=\"/wait\" action=\"/left\">q-1</Enqueue>"),
            ("/left", ""),
            ("/done", "<Say>Na shledanou.</Say>"),
            ("/room", Room("customer", start: false)),
            ("/ended", "<Hangup/>"));
        var product = new HandoverServer(server);
        server.On("/wait", product.WaitAsync);
        server.On("/whisper", http => TwimlServer.WriteAsync(http, TwimlServer.Document(
            "<Gather numDigits=\"1\" action=\"/decision\" timeout=\"6\"><Say>Konec 001, ověřeno. Přijmout, jednička.</Say></Gather><Hangup/>")));
        server.On("/decision", product.DecideAsync);
        server.On("/agent-events", product.FailedAsync);
        return product;
    }

    public async Task<CallScriptResult> RunAsync(string yaml)
    {
        var reading = CallScriptReader.Read(yaml, "script.yaml");
        Assert.Empty(reading.Errors);
        return await new CallScriptRunner(_server.Carrier, _server.Stage, _server.Time)
            .RunAsync(reading.Script!, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Room(string label, bool start) =>
        $"<Dial action=\"/done\"><Conference startConferenceOnEnter=\"{(start ? "true" : "false")}\" endConferenceOnExit=\"true\" "
        + $"beep=\"false\" participantLabel=\"{label}\" waitUrl=\"\">room</Conference></Dial>";

    private async Task WaitAsync(HttpContext http)
    {
        var customer = http.Request.Form["CallSid"].ToString();
        if (_asked.TryAdd(customer, 0))
        {
            await AskAsync(customer, 0);
        }

        await TwimlServer.WriteAsync(http, TwimlServer.Document(
            $"<Gather numDigits=\"1\" action=\"/call-back\"><Say>Pořadí {http.Request.Form["QueuePosition"]}.</Say><Pause length=\"10\"/></Gather>"));
    }

    private async Task AskAsync(string customer, int agent)
    {
        if (agent >= Agents.Length)
        {
            return;
        }

        _asked[customer] = agent;
        using var rest = new RestClient(_server);
        var created = await rest.PostAsync("Calls.json",
            ("To", Agents[agent]), ("From", _server.Options.Line), ("Timeout", "20"), ("MachineDetection", "Enable"),
            ("Url", new Uri(_server.Address, "/whisper").AbsoluteUri),
            ("StatusCallback", new Uri(_server.Address, "/agent-events").AbsoluteUri));
        _customerOf[created["sid"]] = customer;
    }

    private async Task DecideAsync(HttpContext http)
    {
        var leg = http.Request.Form["CallSid"].ToString();
        if (http.Request.Form["Digits"] != "1")
        {
            await TwimlServer.WriteAsync(http, TwimlServer.Document("<Hangup/>"));
            return;
        }

        using var rest = new RestClient(_server);
        _customerOf.TryRemove(leg, out var customer);
        await rest.PostAsync($"Calls/{customer}.json", ("Url", new Uri(_server.Address, "/room").AbsoluteUri));
        await TwimlServer.WriteAsync(http, TwimlServer.Document(Room("agent", start: true)));
    }

    private async Task FailedAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        if (_customerOf.TryRemove(http.Request.Form["CallSid"].ToString(), out var customer))
        {
            await AskAsync(customer, _asked[customer] + 1);
        }
    }
}
