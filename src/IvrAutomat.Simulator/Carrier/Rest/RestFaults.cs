using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>Lets REST requests go wrong as the faults in force say.</summary>
internal sealed class RestFaults
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<RestOperation, int> _seen = [];
    private IReadOnlyList<RestFault> _faults = [];

    public void Set(IReadOnlyList<RestFault> faults)
    {
        lock (_gate)
        {
            _faults = faults;
            _seen.Clear();
        }
    }

    /// <summary>Counts a request; null when nothing goes wrong with it.</summary>
    public RestFaultKind? Next(RestOperation operation)
    {
        lock (_gate)
        {
            var number = _seen[operation] = _seen.GetValueOrDefault(operation) + 1;
            return _faults.FirstOrDefault(fault => fault.Operation == operation && (fault.Number ?? number) == number)?.Kind;
        }
    }

    /// <summary>Answers a request that goes wrong, or lets it pass.</summary>
    public static async ValueTask<object?> ApplyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var carrier = (CarrierNetwork)http.RequestServices.GetService(typeof(CarrierNetwork))!;
        var operation = http.GetEndpoint()?.Metadata.GetMetadata<OperationName>()?.Operation;
        switch (operation is { } named ? carrier.RestFaults.Next(named) : null)
        {
            case null:
                return await next(context);
            case RestFaultKind.LostAnswer:
                await next(context);
                http.Abort();
                return Results.Empty;
            case RestFaultKind.Slow:
                await carrier.Work.RestAsync(Slow, carrier.Time, http.RequestAborted);
                return await next(context);
            case RestFaultKind.TimeOut:
                await carrier.Work.RestAsync(TimeOut, carrier.Time, http.RequestAborted);
                http.Abort();
                return Results.Empty;
            case RestFaultKind.Malformed:
                return Results.Text("{\"<broken", "application/json", statusCode: StatusCodes.Status201Created);
            case RestFaultKind.LoginRefused:
                return new RestError(401, 20003, "Authenticate").ToResult();
            case RestFaultKind.TooMany:
                return new RestError(429, 20429, "Too Many Requests").ToResult();
            case RestFaultKind.WrongState:
                return new RestError(400, 21220, "Call is not in-progress. Cannot redirect.").ToResult();
            case RestFaultKind.NotFound:
                return RestError.NotFound.ToResult();
            default:
                return new RestError(500, 20500, "An internal server error has occurred").ToResult();
        }
    }
}

/// <summary>Says of an endpoint what it is asked for.</summary>
internal sealed record OperationName(RestOperation Operation);
