using System.Net.ServerSentEvents;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Carrier;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IvrAutomat.Simulator.Phone;

/// <summary>What the phone page calls. Numbers travel in bodies only; in URLs stand identifiers.</summary>
internal static class PhoneEndpoints
{
    private const int LargestRequest = 64 * 1024;

    /// <summary>How the phone page writes a caller who withholds the number.</summary>
    private const string Withheld = "withheld";

    public static void MapPhone(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/phone", PhoneAssets.Index);
        routes.MapGet("/phone/agents/{agent:int}", (HttpResponse response) => PhoneAssets.File("agent.html", response));
        routes.MapGet("/phone/{**asset}", PhoneAssets.File);

        var api = routes.MapGroup("/phone/api").WithMetadata(new RequestSizeLimitAttribute(LargestRequest));
        api.MapGet("/callers", (IServiceProvider services) => services.GetService<IStage>()?.Callers ?? []);
        api.MapGet("/agents", (IServiceProvider services) =>
            AgentsOf(services).Select((agent, index) => new { Id = index + 1, agent.Name, agent.Number }));
        api.MapGet("/agents/{agent:int}/events", AgentEvents);
        api.MapPost("/calls", Dial);
        api.MapGet("/calls/{id}/events", CallEvents);
        api.MapPost("/calls/{id}/keys", (string id, KeysPressed body, CarrierNetwork carrier) =>
            Act(carrier, id, PhoneCall.CanPress(body.Keys ?? ""), call => call.Press(body.Keys!), "Only 0-9, *, #, A-D, at most 128."));
        api.MapPost("/calls/{id}/speech", (string id, WordsSaid body, CarrierNetwork carrier) =>
            Act(carrier, id, PhoneCall.CanSay(body.Text ?? ""), call => call.Say(body.Text!), "There is nothing to say, or too much."));
        api.MapPost("/calls/{id}/skip", (string id, CarrierNetwork carrier) => Act(carrier, id, valid: true, call => call.SkipAhead(), ""));
        api.MapPost("/calls/{id}/hangup", (string id, CarrierNetwork carrier) => Act(carrier, id, valid: true, call => call.HangUp(), ""));
        api.MapPost("/calls/{id}/answer", (string id, CarrierNetwork carrier) => Act(carrier, id, valid: true, call => call.PickUp(), ""));
        api.MapPost("/calls/{id}/decline", (string id, CarrierNetwork carrier) => Act(carrier, id, valid: true, call => call.Decline(), ""));
        api.MapPost("/phones", (PhoneOfNumber body, VirtualPhones phones) =>
            PhoneNumberShape.IsE164(body.Number ?? "")
                ? Results.Ok(new { Id = phones.IdOf(body.Number!) })
                : Problem("number must be in E.164, as +420601000001."));
        api.MapGet("/phones/{id}/messages", (string id, HttpContext http, CarrierNetwork carrier) =>
            ReaderOf(http, id) is { } reader ? Results.Ok(MessageShown.On(carrier.Messages, reader)) : Results.NotFound());
        api.MapGet("/phones/{id}/events", MessageEvents);
        api.MapFallback(() => Results.NotFound());
    }

    private static IResult Dial(CallPlaced body, CarrierNetwork carrier)
    {
        if (body.From is { } from && from != Withheld && !PhoneNumberShape.IsE164(from))
        {
            return Problem("from must be \"withheld\" or in E.164, as +420601000001.");
        }

        if (body.To is { } to && !PhoneNumberShape.IsE164(to))
        {
            return Problem("to must be in E.164, as +420800123456.");
        }

        var call = carrier.Call(body.From == Withheld ? null : body.From, body.To);
        return Results.Created($"/phone/api/calls/{call.Sid}/events", new { Id = call.Sid, call.Status });
    }

    private static IResult CallEvents(string id, HttpContext http, CarrierNetwork carrier, IHostApplicationLifetime lifetime)
    {
        if (carrier.Find(id) is not { } call)
        {
            return Results.NotFound();
        }

        var after = LastEventId(http);
        // 204 tells an EventSource not to come again.
        return CallFeed.HasSeenTheEnd(call, after)
            ? Results.NoContent()
            : Stream(http, lifetime, ct => CallFeed.EventsAsync(call, after, ct));
    }

    private static IResult MessageEvents(
        string id, HttpContext http, CarrierNetwork carrier, IHostApplicationLifetime lifetime) =>
        ReaderOf(http, id) is { } reader
            ? Stream(http, lifetime, ct => MessageFeed.EventsAsync(carrier.Messages, reader, LastEventId(http), ct))
            : Results.NotFound();

    private static MessageReader? ReaderOf(HttpContext http, string id) =>
        http.RequestServices.GetRequiredService<VirtualPhones>().NumberOf(id) is { } number
            ? new MessageReader(number, [.. (http.RequestServices.GetService<IStage>()?.Callers ?? [])
                .Where(caller => caller.Number == number).Select(caller => caller.Email).OfType<string>()])
            : null;

    private static IReadOnlyList<AgentPhone> AgentsOf(IServiceProvider services) => services.GetService<IStage>()?.Agents ?? [];

    private static IResult AgentEvents(int agent, HttpContext http, CarrierNetwork carrier, IHostApplicationLifetime lifetime) =>
        AgentsOf(http.RequestServices).ElementAtOrDefault(agent - 1) is { } phone
            ? Stream(http, lifetime, ct => AgentFeed.EventsAsync(carrier, phone.Number, LastEventId(http), ct))
            : Results.NotFound();

    private static ServerSentEventsResult<string> Stream(
        HttpContext http, IHostApplicationLifetime lifetime, Func<CancellationToken, IAsyncEnumerable<SseItem<string>>> events)
    {
        // An open stream must not hold up the end of the process.
        var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.RegisterForDispose(either);
        return TypedResults.ServerSentEvents(EndQuietlyAsync(events(either.Token)));
    }

    private static async IAsyncEnumerable<SseItem<string>> EndQuietlyAsync(IAsyncEnumerable<SseItem<string>> events)
    {
        await using var each = events.GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return each.Current;
        }
    }

    private static int LastEventId(HttpContext http) =>
        int.TryParse(http.Request.Headers["Last-Event-ID"], out var id) && id > 0 ? id : 0;

    private static IResult Act(CarrierNetwork carrier, string id, bool valid, Action<PhoneCall> act, string problem)
    {
        if (carrier.Find(id) is not { } call)
        {
            return Results.NotFound();
        }

        if (!valid)
        {
            return Problem(problem);
        }

        act(call);
        return Results.NoContent();
    }

    private static IResult Problem(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    private sealed record CallPlaced(string? From, string? To);

    private sealed record KeysPressed(string? Keys);

    private sealed record WordsSaid(string? Text);

    private sealed record PhoneOfNumber(string? Number);
}
