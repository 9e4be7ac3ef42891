using System.Net.Http.Headers;
using System.Text;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Sends requests to the shop's Upgates and judges what comes back; what an answer says, others read. It repeats nothing, but for one request
/// that a shop which moved to another server did not take.
/// </summary>
internal sealed partial class UpgatesClient(
    OutsideHttp http, SystemsNow systems, MovedAddress moved, UpgatesGate gate, UpgatesBudget budget, ILogger<UpgatesClient> log)
{
    private const int Moved = StatusCodes.Status301MovedPermanently;

    /// <summary>Its name in logs and acts.</summary>
    public const string System = UpgatesOptions.Section;

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path after the base address, without a slash before it, values escaped.</param>
    /// <param name="urgency">Background work is not sent when the tariff has hardly anything left.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="cancellationToken">Gives up with an exception; it may have been performed.</param>
    public async Task<UpgatesReply> SendAsync(
        HttpMethod method, string path, Urgency urgency, string? body, CancellationToken cancellationToken)
    {
        var options = systems().Upgates;
        if (UpgatesAddress.Read(options.ApiUrl, options.AllowOtherHosts) is not { } configured)
        {
            return new UpgatesReply(UpgatesFate.Refused, "no address");
        }

        if (WhyNotNow(path, urgency, options) is { } reply)
        {
            return reply;
        }

        var address = await moved.OfAsync(configured, cancellationToken);
        var answer = await SendAsync(method, address, path, body, options, cancellationToken);
        if (answer.Status == Moved && NewAddress(answer, options) is { } next && next != address)
        {
            await moved.KeepAsync(configured, next, cancellationToken);
            LogMoved();
            answer = await SendAsync(method, next, path, body, options, cancellationToken);
        }

        var judged = Judge(answer, path);
        if (!judged.IsAnswered)
        {
            LogFailed(method.Method, path.Split('/', '?')[0], judged.Fate, judged.Why);
        }

        return judged;
    }

    /// <summary>Reads a document that is not JSON: an invoice as PDF.</summary>
    /// <param name="path">See <see cref="SendAsync(HttpMethod, string, Urgency, string?, CancellationToken)"/>.</param>
    /// <param name="mediaType">What it must be.</param>
    /// <param name="cancellationToken">Gives up with an exception.</param>
    /// <returns>Null when it could not be had, or is something else.</returns>
    public async Task<byte[]?> ReadDocumentAsync(string path, string mediaType, CancellationToken cancellationToken)
    {
        var options = systems().Upgates;
        if (UpgatesAddress.Read(options.ApiUrl, options.AllowOtherHosts) is not { } configured || WhyNotNow(path, Urgency.Call, options) is not null)
        {
            return null;
        }

        var answer = await SendAsync(HttpMethod.Get, await moved.OfAsync(configured, cancellationToken), path, body: null, options, cancellationToken);
        if (answer is { IsAnswered: true, Status: StatusCodes.Status200OK } && answer.MediaType == mediaType)
        {
            return answer.Bytes;
        }

        var fate = answer.Status == StatusCodes.Status200OK ? UpgatesFate.Unknown : Judge(answer, path).Fate;
        LogFailed(HttpMethod.Get.Method, path.Split('/', '?')[0], fate, answer.Why);
        return null;
    }

    private UpgatesReply? WhyNotNow(string path, Urgency urgency, UpgatesOptions options)
        => gate.IsClosed(path) ? new UpgatesReply(UpgatesFate.Refused, "closed after a refused login")
            : budget.PausedUntil is not null ? new UpgatesReply(UpgatesFate.NotDone, "asked to wait")
            : urgency == Urgency.Background && !budget.AllowsBackground(options.Reserve) ? new UpgatesReply(UpgatesFate.NotDone, "kept for calls")
            : null;

    private async Task<OutsideAnswer> SendAsync(
        HttpMethod method, Uri address, string path, string? body, UpgatesOptions options, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Login}:{options.ApiKey}")));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var place = await gate.EnterAsync(cancellationToken);
        var answer = await http.SendAsync(request, cancellationToken);
        budget.Note(answer.Headers);
        return answer;
    }

    // The shop says where it went in the body: there is no Location, and whoever could redirect us would get login and key.
    private static Uri? NewAddress(OutsideAnswer answer, UpgatesOptions options)
        => UpgatesJson.Parse(answer) is { } json ? UpgatesAddress.Read(json.Text("api_url"), options.AllowOtherHosts) : null;

    private UpgatesReply Judge(OutsideAnswer answer, string path)
    {
        var why = answer.Why;
        switch (answer.Status)
        {
            case StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden:
                gate.Close(path, answer.Status);
                return Of(UpgatesFate.Refused);
            case StatusCodes.Status429TooManyRequests:
                budget.Pause(answer.Headers);
                return Of(UpgatesFate.NotDone);
            case Moved:
                return Of(UpgatesFate.NotDone);
            case >= 400 and < 500:
                return Of(UpgatesFate.Refused);
            case StatusCodes.Status501NotImplemented:
                return Of(UpgatesFate.Refused);
            case 200 when answer.IsAnswered:
                return UpgatesJson.Parse(answer) is { } json
                    ? new UpgatesReply(UpgatesFate.Answered, why) { Json = json, Status = answer.Status }
                    : Of(UpgatesFate.Unknown) with { Why = "an answer that cannot be read" };
            default:
                return Of(answer.IsCertainlyNotDone ? UpgatesFate.NotDone : UpgatesFate.Unknown);
        }

        UpgatesReply Of(UpgatesFate fate) => new(fate, why) { Status = answer.Status };
    }

    [LoggerMessage(3103, LogLevel.Warning, "Upgates did not handle a {Method} of '{Room}' ({Fate}): {Why}")]
    private partial void LogFailed(string method, string room, UpgatesFate fate, string why);

    [LoggerMessage(3104, LogLevel.Warning,
        "The shop has moved to another server of Upgates; the new address is kept. Put it into Upgates:ApiUrl when convenient.")]
    private partial void LogMoved();
}
