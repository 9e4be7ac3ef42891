using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>The REST calls of the account (https://www.twilio.com/docs/usage/requests-to-twilio).</summary>
internal static class RestAccount
{
    private const int LargestRequest = 64 * 1024;

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/2010-04-01/Accounts/{account}").AddEndpointFilter(AuthoriseAsync).AddEndpointFilter(RefuseAsync)
            .AddEndpointFilter(RestRecord.KeepAsync)
            .AddEndpointFilter(RestFaults.ApplyAsync);
        account.MapMessages();
        account.MapCalls();
        account.MapQueues();
        account.MapConferences();
        account.MapParticipants();
    }

    /// <summary>Says what an endpoint is asked for, so that it can be made to go wrong.</summary>
    public static void For(this RouteHandlerBuilder endpoint, RestOperation operation) => endpoint.WithMetadata(new OperationName(operation));

    /// <summary>The path of a resource below the account, as answers name it.</summary>
    public static string Path(SimulatorOptions options, string resource) => $"/2010-04-01/Accounts/{options.AccountSid}/{resource}.json";

    private static async ValueTask<object?> AuthoriseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var options = CarrierOf(http).Options;
        var credentials = Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}");
        var expected = $"Basic {Convert.ToBase64String(credentials)}";
        var authorised = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected),
            Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()));
        return !authorised ? RestError.Unauthorised.ToResult()
            : http.Request.RouteValues["account"] as string != options.AccountSid ? RestError.NotFound.ToResult()
            : await next(context);
    }

    // What no request may be: something else than a form, too large, or one that asks for a recording.
    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method))
        {
            if (!request.HasFormContentType || request.ContentLength is > LargestRequest)
            {
                return new RestError(400, 20001, "The request is not a form, or is too large.").ToResult();
            }

            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            if (Recording.IsAskedForBy(form) && !CarrierOf(context.HttpContext).Switches.AllowRecording)
            {
                return new RestError(403, 20403, "A recording is asked for, which CarrierSwitches.AllowRecording refuses.").ToResult();
            }
        }

        return await next(context);
    }

    private static CarrierNetwork CarrierOf(HttpContext http) => (CarrierNetwork)http.RequestServices.GetService(typeof(CarrierNetwork))!;
}
