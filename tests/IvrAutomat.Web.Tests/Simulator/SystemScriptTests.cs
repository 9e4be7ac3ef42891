using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Upgates;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>Scripts in which one of the shop's systems goes wrong, played against a product that cancels an order and waits eight seconds.</summary>
public sealed class SystemScriptTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task SlowSystem_TakesItsTime_AndPerforms()
    {
        await using var server = await StartAsync();

        var result = await RunAsync(server, """
            name: Upgates takes four seconds
            given: { systems: { upgates: slow 4 s } }
            call: [ hear: Menu, press: 2, hear: Zrušeno ]
            then: { systems: { upgates: { requests at most: 1, performed: { cancel 2026001001: 1 } } } }
            """);

        Assert.True(result.Passed, result.Failure);
        Assert.InRange(AnsweredAfter(server).TotalSeconds, 4, 5.1);
    }

    [Fact]
    public async Task SystemThatNeverAnswers_IsGivenUpAfterTheLimit()
    {
        await using var server = await StartAsync();

        var result = await RunAsync(server, """
            name: Upgates does not answer
            given: { systems: { upgates: time-out } }
            call: [ hear: Menu, press: 2, hear: Nepodařilo se ]
            then: { systems: { upgates: { performed: none } } }
            """);

        Assert.True(result.Passed, result.Failure);
        Assert.InRange(AnsweredAfter(server).TotalSeconds, 8, 9.1);
    }

    [Fact]
    public async Task FaultAndChange_AreSetInTheMiddleOfACall_AndGoneInTheNextScript()
    {
        await using var server = await StartAsync();

        var spoiled = await RunAsync(server, """
            name: The answer is lost while somebody sends the order off
            call:
              - hear: Menu
              - system: { upgates: { fault: lost answer, on: writes, times: 1, change: 2026001001, to: OnTheWay, before: next write } }
              - press: 2
              - hear: Nepodařilo se
            then: { systems: { upgates: { performed: { cancel 2026001001: 1 } } } }
            """);
        Assert.True(spoiled.Passed, spoiled.Failure);
        Assert.NotNull(((UpgatesStandIn)server.Systems.Find("upgates")!).Order("2026001001")!["tracking_code"]);

        var fresh = await RunAsync(server, """
            name: All is well again
            call: [ hear: Menu, press: 2, hear: Zrušeno ]
            then: { systems: { upgates: { performed: { cancel 2026001001: 1 } } } }
            """);
        Assert.True(fresh.Passed, fresh.Failure);
    }

    [Theory]
    [InlineData("{ upgates: { requests at most: 0 } }", "expected at most 0 requests to Upgates, but there were 1: PUT /simulator/shops/upgates/api/v2/orders")]
    [InlineData("{ upgates: { performed: none } }", "performed nothing, but it performed cancel 2026001001: 1")]
    [InlineData("{ upgates: { performed: { cancel 2026001001: 2 } } }", "performed cancel 2026001001 2 times, but it performed cancel 2026001001: 1")]
    [InlineData("{ nobody: { performed: none } }", "no system nobody; there are Upgates")]
    public async Task WhatASystemDidOtherwise_IsTold(string expected, string message)
    {
        await using var server = await StartAsync();

        var result = await RunAsync(server, $"name: A mistake\ncall: [ hear: Menu, press: 2, hear: Zrušeno ]\nthen: {{ systems: {expected} }}");

        Assert.False(result.Passed);
        Assert.Contains(message, result.Failure, StringComparison.Ordinal);
    }

    private static TimeSpan AnsweredAfter(TwimlServer server)
    {
        var happened = server.Carrier.Calls.Last().Transcript.After(0);
        var pressed = happened.OfType<KeysTaken>().Last().At;
        return happened.OfType<Spoken>().First(said => said.At >= pressed).At - pressed;
    }

    private static Task<CallScriptResult> RunAsync(TwimlServer server, string yaml)
    {
        var reading = CallScriptReader.Read(yaml, "test.yaml");
        Assert.Empty(reading.Errors);
        return new CallScriptRunner(server.Carrier, server.Stage, server.Time, server.Systems)
            .RunAsync(reading.Script!, TestContext.Current.CancellationToken);
    }

    // As in the product, a worker asks the system, and the call is told to ask again until that has come to an end.
    private static async Task<TwimlServer> StartAsync()
    {
        var server = await TwimlServer.StartAsync(
            ("/voice", "<Gather numDigits=\"1\" finishOnKey=\"\" action=\"/menu\"><Say>Menu.</Say></Gather>"));
        var work = new ConcurrentDictionary<string, Task<bool>>(StringComparer.Ordinal);
        server.On("/menu", http =>
        {
            var cancelling = work.GetOrAdd(http.Request.Form["CallSid"].ToString(), _ => WorkAsync(server));
            return TwimlServer.WriteAsync(http, TwimlServer.Document(cancelling switch
            {
                { IsCompleted: false } => "<Pause length=\"1\"/><Redirect>/menu</Redirect>",
                { Result: true } => "<Say>Zrušeno.</Say>",
                _ => "<Say>Nepodařilo se.</Say>",
            }));
        });
        return server;
    }

    private static async Task<bool> WorkAsync(TwimlServer server)
    {
        server.Stage.Work(1);
        try
        {
            return await CancelAsync(server);
        }
        finally
        {
            server.Stage.Work(-1);
        }
    }

    private static async Task<bool> CancelAsync(TwimlServer server)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{StandInKeys.User}:{StandInKeys.Secret}")));
        using var content = new StringContent("""{"orders":[{"order_number":"2026001001","status_id":2}]}""", Encoding.UTF8, "application/json");
        using var limit = new CancellationTokenSource(Limit, server.Time);
        try
        {
            using var response = await http.PutAsync(new Uri(server.Address, "simulator/shops/upgates/api/v2/orders"), content, limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is OperationCanceledException or HttpRequestException)
        {
            return false;
        }
    }
}
