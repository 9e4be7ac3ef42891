using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>Reads the fields of REST requests. An empty one counts as absent.</summary>
internal static class RestFields
{
    public static string? Given(IFormCollection form, string name) => Given(form[name]);

    public static string? Given(IQueryCollection query, string name) => Given(query[name]);

    /// <summary>A day or an instant of a filter; null when absent or unreadable.</summary>
    public static DateTimeOffset? Instant(IQueryCollection query, string name) =>
        DateTimeOffset.TryParse(query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>Whether an instant passes the three forms of one filter: the day itself, before it, after it.</summary>
    public static bool Passes(IQueryCollection query, string name, DateTimeOffset? at) =>
        (Instant(query, name) is not { } day || at?.UtcDateTime.Date == day.UtcDateTime.Date)
        && (Instant(query, $"{name}>") is not { } after || at >= after)
        && (Instant(query, $"{name}<") is not { } before || at <= before);

    /// <summary>An absolute URL of the web; null when absent, and an error when it is something else.</summary>
    public static Uri? Url(IFormCollection form, string name, ref RestError? error)
    {
        if (Given(form, name) is not { } written)
        {
            return null;
        }

        if (Uri.TryCreate(written, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        error ??= new RestError(400, 21205, $"{name} is not a valid URL.");
        return null;
    }

    public static HttpMethod Method(IFormCollection form, string name, HttpMethod otherwise) =>
        Given(form, name) switch { "GET" => HttpMethod.Get, "POST" => HttpMethod.Post, _ => otherwise };

    /// <summary>A whole number of seconds; null when absent, and an error when it is none or out of range.</summary>
    public static TimeSpan? Seconds(IFormCollection form, string name, int from, int to, ref RestError? error)
    {
        if (Given(form, name) is not { } written)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= from && seconds <= to)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        error ??= new RestError(400, 20001, $"{name} must be a whole number from {from} to {to}.");
        return null;
    }

    /// <summary>True or false; null when absent, and an error when it is neither.</summary>
    public static bool? Flag(IFormCollection form, string name, ref RestError? error)
    {
        switch (Given(form, name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                error ??= new RestError(400, 20001, $"{name} must be true or false.");
                return null;
        }
    }

    /// <summary>The words of an array, each of which is a field of its own; those given when absent.</summary>
    public static IReadOnlySet<string> Words(IFormCollection form, string name, params string[] otherwise)
    {
        var given = form[name].OfType<string>().SelectMany(value => value.Split(' ')).Where(word => word.Length > 0).ToArray();
        return (given.Length > 0 ? given : otherwise).ToHashSet(StringComparer.Ordinal);
    }

    private static string? Given(StringValues values) => values.ToString() is { Length: > 0 } value ? value : null;
}
