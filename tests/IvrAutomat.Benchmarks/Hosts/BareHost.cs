using System.Text;
using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Calls;
using IvrAutomat.Web.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>The variants without a database: the automat's server, routes and reader, and less behind them.</summary>
internal static class BareHost
{
    /// <summary>The document of a usual turn, as the conversation writes it.</summary>
    public static string UsualDocument()
        => Encoding.UTF8.GetString(new InMemoryConversation(ShippedPrompts.Read(), TimeProvider.System).OrderMenu());

    /// <summary>Builds the host of a variant.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, Variant variant)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddTelephony(
            new TwilioOptions { AccountSid = Carrier.AccountSid, AuthToken = Carrier.AuthToken }, Carrier.PublicUrl);
        var app = builder.Build();
        var conversation = new InMemoryConversation(ShippedPrompts.Read(), TimeProvider.System);
        if (variant == Variant.InMemory)
        {
            var reader = app.Services.GetRequiredService<WebhookReader>();
            Map(app, (http, step, isSilence) => ConverseAsync(reader, conversation, http, step, isSilence));
            return app;
        }

        var document = conversation.OrderMenu();
        if (variant == Variant.Signed)
        {
            var reader = app.Services.GetRequiredService<WebhookReader>();
            Map(app, async (http, _, _) => await reader.ReadCallAsync(http) is null ? Results.Empty : new TwimlResult(document));
        }
        else
        {
            Map(app, (_, _, _) => Task.FromResult<IResult>(new TwimlResult(document)));
        }

        return app;
    }

    private static void Map(WebApplication app, Func<HttpContext, int?, bool, Task<IResult>> answer)
    {
        var voice = app.MapGroup("/twilio/voice");

        // Without the cast it would be taken for a handler that writes its response itself.
        voice.MapPost("", (Delegate)((HttpContext http) => answer(http, null, false)));
        voice.MapPost("/turns/{step:int}", (HttpContext http, int step) => answer(http, step, false));
        voice.MapPost("/turns/{step:int}/silence", (HttpContext http, int step) => answer(http, step, true));
    }

    private static async Task<IResult> ConverseAsync(
        WebhookReader reader, InMemoryConversation conversation, HttpContext http, int? step, bool isSilence)
    {
        if (await reader.ReadCallAsync(http) is not { } request)
        {
            return Results.Empty;
        }

        // The automat leaves the request's thread and guards its time as well; the next layer shall be the database alone.
        var answering = Task.Run(
            () => step is { } at
                ? conversation.Turn(request.CallSid, at, isSilence ? null : request.Digits, isSilence ? null : request.SpeechResult)
                : conversation.Begin(request.CallSid, PhoneNumber.Parse(request.From)),
            http.RequestAborted);
        return new TwimlResult(await answering.WaitAsync(VoiceEndpoints.Budget, http.RequestAborted));
    }
}
