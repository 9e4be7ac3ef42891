using System.Collections.Frozen;
using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>The settings of the shop once they have been checked: what the rest of the host reads. It does not change.</summary>
internal sealed class ShopSettings
{
    private readonly FrozenSet<string> _withheld;

    /// <summary>Takes over options that have no problems.</summary>
    public ShopSettings(ShopOptions shop, IdentificationOptions identification, IReadOnlyList<AgentOptions> agents, TimeSpan? waitLimit = null)
    {
        Agents = [.. agents.Count == 0 && shop.IsDemo ? AgentOptions.Demo : agents];
        var plain = ToProfile(shop, identification);
        var profile = plain with
        {
            AgentLanguages = [.. Agents.SelectMany(agent => agent.SpokenLanguages).Distinct(StringComparer.Ordinal)],
            WaitLimit = waitLimit ?? plain.WaitLimit,
        };
        Profile = profile;
        Source = shop.Source;
        _withheld = shop.Forwarders.Concat(Agents.Select(agent => agent.Number)).Append(profile.Line)
            .Select(number => PhoneNumber.Parse(number)?.Value).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What conversations need to know of the shop.</summary>
    public ShopProfile Profile { get; }

    /// <summary>Where orders come from.</summary>
    public ShopSource Source { get; }

    /// <summary>The people who answer, in the order of the settings.</summary>
    public ImmutableArray<AgentOptions> Agents { get; }

    /// <summary>
    /// The number that a call may be recognised by: null when it is withheld, or is the shop's own line, an agent or a forwarder, because
    /// then it says nothing about who calls.
    /// </summary>
    public PhoneNumber? Known(PhoneNumber? from) => from is { } number && !_withheld.Contains(number.Value) ? number : null;

    /// <summary>What conversations need to know of the shop.</summary>
    public static ShopProfile ToProfile(ShopOptions shop, IdentificationOptions identification) => new()
    {
        Name = shop.Name ?? "Vzorový obchod",
        Line = PhoneNumber.Parse(shop.Line ?? DemoShop.Line)?.Value ?? DemoShop.Line,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone),
        Hours = OpeningHoursText.Parse(shop.OpeningHours, shop.Closures, shop.IsDemo ? OpeningHours.Always : OpeningHoursText.Office),
        PinLength = identification.EffectivePinLength(shop),
        NumberLengths = shop.NumberLengths.Count > 0 ? [.. shop.NumberLengths.Distinct().Order()]
            : shop.IsDemo ? [DemoShop.NumberLength]
            : [.. Enumerable.Range(SpokenKey.MinLength, SpokenKey.MaxLength - SpokenKey.MinLength + 1)],
    };
}
