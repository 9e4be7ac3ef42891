namespace IvrAutomat.Web.Shop;

/// <summary>What became of a number that was typed or said.</summary>
/// <param name="OrderId">The order that it names; null when it names none. If it names several, the newest: the PIN decides.</param>
/// <param name="Digits">The reading that was chosen. It is not to be stored in the clear.</param>
internal sealed record FoundNumber(string? OrderId, string Digits)
{
    /// <summary>How many digits it has.</summary>
    public int Length => Digits.Length;

    /// <summary>Says only whether an order was found: digits belong in no log.</summary>
    public override string ToString() => OrderId is null ? $"no order, {Length} digits" : $"order {OrderId}";
}
