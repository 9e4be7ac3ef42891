using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>Keeps REST requests for those who check all that the product has asked for, beside its documents.</summary>
internal static class RestRecord
{
    public static async ValueTask<object?> KeepAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var carrier = (CarrierNetwork)http.RequestServices.GetService(typeof(CarrierNetwork))!;
        if (carrier.Options.DocumentsFolder is not null)
        {
            carrier.Keep(await BytesAsync(http.Request, http.RequestAborted), "json");
        }

        return await next(context);
    }

    // Repeated names stay repeated: an array is written so.
    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken ct)
    {
        var path = request.Path.Value!;
        var form = request.HasFormContentType ? await request.ReadFormAsync(ct) : FormCollection.Empty;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            method = request.Method,
            path = path[path.IndexOf("/2010-04-01", StringComparison.Ordinal)..],
            query = request.Query.SelectMany(field => field.Value.Select(value => new[] { field.Key, value })),
            fields = form.SelectMany(field => field.Value.Select(value => new[] { field.Key, value })),
        });
    }
}
