using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>Who may come in: one user, and for an hour nobody from an address with five wrong log-ins.</summary>
internal sealed class UpgatesLogins(TimeProvider time)
{
    private const int MostWrong = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private readonly List<(IPAddress? From, DateTimeOffset At)> _wrong = [];

    /// <summary>Whether the user may come in at all. Default true.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>What the user may do at an end point (<c>deny</c>, <c>readonly</c>, <c>all</c>); all at those not named.</summary>
    public Dictionary<string, string> Rights { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everybody welcome again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _wrong.Clear();
            IsActive = true;
            Rights.Clear();
        }
    }

    /// <summary>0 when the log-in is right, else the status to answer.</summary>
    public int Judge(HttpContext context)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var from = context.Connection.RemoteIpAddress;
            _wrong.RemoveAll(each => now - each.At >= Window);
            if (_wrong.Count(each => Equals(each.From, from)) >= MostWrong)
            {
                return StatusCodes.Status403Forbidden;
            }

            if (!IsRight(context.Request.Headers.Authorization))
            {
                _wrong.Add((from, now));
                return StatusCodes.Status401Unauthorized;
            }

            return IsActive ? 0 : StatusCodes.Status403Forbidden;
        }
    }

    /// <summary>Whether the user may do this at an end point; health and webhooks are everybody's.</summary>
    public bool Allows(string service, bool isWrite) => service is "status" or "webhooks" || RightAt(service) switch
    {
        "deny" => false,
        "readonly" => !isWrite,
        _ => true,
    };

    /// <summary>What the user may do at an end point.</summary>
    public string RightAt(string service)
    {
        lock (_gate)
        {
            return Rights.GetValueOrDefault(service, "all");
        }
    }

    private static bool IsRight(string? header)
        => AuthenticationHeaderValue.TryParse(header, out var sent)
            && string.Equals(sent.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
            && sent.Parameter == Convert.ToBase64String(Encoding.UTF8.GetBytes($"{StandInKeys.User}:{StandInKeys.Secret}"));
}
