using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops;

/// <summary>The login that every stand-in knows. It is no secret and opens nothing real.</summary>
public static class StandInKeys
{
    /// <summary>The user, merchant or sender.</summary>
    public const string User = "vzorovyobchod";

    /// <summary>The password or key: 32 hex digits, as Zásilkovna wants them.</summary>
    public const string Secret = "0123456789abcdef0123456789abcdef";
}

/// <summary>The stand-ins for the shop's systems, each below a path of its own.</summary>
/// <param name="all">The stand-ins.</param>
public sealed class StandIns(IEnumerable<StandIn> all)
{
    /// <summary>Below this path, by their names in lower case: <c>/simulator/shops/upgates</c>.</summary>
    public const string Path = "/simulator/shops";

    private readonly StandIn[] _all = [.. all];

    /// <summary>All of them.</summary>
    public IReadOnlyList<StandIn> All => _all;

    /// <summary>Requests that at this moment only wait for time to pass.</summary>
    public int Waiting => _all.Sum(each => each.Waiting);

    /// <summary>Requests that are being answered just now, and what the systems send of their own accord: no time passes meanwhile.</summary>
    public int Working => _all.Sum(each => Math.Max(0, each.Open - each.Waiting) + each.Sending);

    /// <summary>The one of this name, whatever its case; null when there is none.</summary>
    public StandIn? Find(string name) => Array.Find(_all, each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Brings all back to their beginning.</summary>
    public void Reset()
    {
        foreach (var each in _all)
        {
            each.Reset();
        }
    }

    internal void Map(IEndpointRouteBuilder app)
    {
        foreach (var each in _all)
        {
            each.Map(app.MapGroup($"{Path}/{each.Name.ToLowerInvariant()}"));
        }
    }
}
