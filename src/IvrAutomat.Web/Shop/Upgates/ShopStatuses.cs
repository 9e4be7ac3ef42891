using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>A status of the shop: its types are the same in all shops, its identifiers and names are not.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Type">Its type; <see cref="ShopStatuses.Custom"/> for the shop's own.</param>
/// <param name="Name">What the shop calls it, in its first language.</param>
internal sealed record ShopStatus(string Id, string Type, string Name);

/// <summary>The statuses of the shop.</summary>
internal sealed class ShopStatuses
{
    public const string Received = "Received";
    public const string Canceled = "Canceled";
    public const string PaymentSuccessful = "PaymentSuccessful";
    public const string Custom = "Custom";

    private readonly FrozenDictionary<string, ShopStatus> _byId;

    /// <summary>Takes over a list.</summary>
    public ShopStatuses(ImmutableArray<ShopStatus> all)
    {
        All = all;
        _byId = all.DistinctBy(status => status.Id).ToFrozenDictionary(status => status.Id);
    }

    /// <summary>Nothing is known: every status is one of the shop's own.</summary>
    public static ShopStatuses None { get; } = new([]);

    /// <summary>All of them.</summary>
    public ImmutableArray<ShopStatus> All { get; }

    /// <summary>The type of a status; <see cref="Custom"/> for one that is not known.</summary>
    public string TypeOf(string? id) => id is not null && _byId.TryGetValue(id, out var status) ? status.Type : Custom;

    /// <summary>The status of a type; null when the shop has none.</summary>
    public ShopStatus? Of(string type) => All.FirstOrDefault(status => status.Type == type);

    /// <summary>The status itself; null when it is not known.</summary>
    public ShopStatus? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);
}
