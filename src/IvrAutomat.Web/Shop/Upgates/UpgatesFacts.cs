using System.Collections.Immutable;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// What Upgates says about an order, without its customer: enough to derive the order again when the meaning of a status or the day has
/// changed. It is stored as it is.
/// </summary>
internal sealed record UpgatesFacts
{
    /// <summary>The number that names it.</summary>
    public required string Number { get; init; }

    /// <summary>The status; null when it has none.</summary>
    public string? StatusId { get; init; }

    /// <summary>What the status is called, in the language of the order.</summary>
    public string? Status { get; init; }

    /// <summary>When it was first seen in that status, as the shop dates its last change.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was paid; null while it is not.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The carrier's number of its parcel; null while there is none.</summary>
    public string? Tracking { get; init; }

    /// <summary>The variable symbol of its payment.</summary>
    public string? Symbol { get; init; }

    /// <summary>The number of its invoice; null while there is none.</summary>
    public string? Invoice { get; init; }

    /// <summary>What is paid in all, in <see cref="Currency"/>, tax included.</summary>
    public decimal Total { get; init; }

    /// <summary>The currency of <see cref="Total"/>.</summary>
    public string Currency { get; init; } = UpgatesOrder.Crowns;

    /// <summary>A price in the shop's own currency is the price divided by this.</summary>
    public decimal Rate { get; init; } = 1m;

    /// <summary>Prices that are written to it have tax in them.</summary>
    public bool PricesWithVat { get; init; } = true;

    /// <summary>The language of the order, as <c>cs</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The way of payment: its type at Upgates.</summary>
    public string? PaymentType { get; init; }

    /// <summary>The way of payment as the shop calls it.</summary>
    public string? PaymentName { get; init; }

    /// <summary>What the way of payment costs, tax included; part of <see cref="Total"/>.</summary>
    public decimal PaymentPrice { get; init; }

    /// <summary>The highest rate of tax in the order, in per cent: the one of its delivery and payment.</summary>
    public decimal Vat { get; init; }

    /// <summary>The way of delivery: its type at Upgates.</summary>
    public string? ShipmentType { get; init; }

    /// <summary>The way of delivery as the shop calls it.</summary>
    public string? ShipmentName { get; init; }

    /// <summary>The way of delivery in the shop's list; null when it was typed by hand.</summary>
    public string? ShipmentId { get; init; }

    /// <summary>The shop's code of the way of delivery; null when it has none.</summary>
    public string? ShipmentCode { get; init; }

    /// <summary>What the way of delivery costs, with tax or without as <see cref="PricesWithVat"/> says.</summary>
    public decimal ShipmentPrice { get; init; }

    /// <summary>The rate of tax of the delivery, in per cent.</summary>
    public decimal ShipmentVat { get; init; }

    /// <summary>The pick-up point that was chosen; null for an address.</summary>
    public string? Point { get; init; }

    /// <summary>The shop's name for <see cref="Point"/>.</summary>
    public string? PointId { get; init; }

    /// <summary>Ordered on a company.</summary>
    public bool IsCompany { get; init; }

    /// <summary>What was bought: identifier and name.</summary>
    public ImmutableArray<UpgatesItem> Items { get; init; } = [];

    /// <summary>The day of dispatch that the shop told; null when it told none.</summary>
    public DateOnly? DispatchOn { get; init; }

    /// <summary>How often that day was moved to a later one.</summary>
    public int DispatchMoves { get; init; }
}

/// <summary>One line of goods.</summary>
internal sealed record UpgatesItem(string Id, string Name);
