using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Pins;

/// <summary>
/// What the PINs of orders are, and what of them is stored. A derived PIN is kept nowhere, because it can be made again from the order's
/// number, the number of its renewals and the key.
/// </summary>
internal sealed class PinKeys(Secrets secrets, ShopSettings settings)
{
    /// <summary>The version of a PIN that was never renewed.</summary>
    public const int First = 1;

    // Digits never make this, so no entry matches it.
    private const string None = "none";

    /// <summary>Orders have PINs that can be told to whoever sends the shop's e-mails.</summary>
    public bool AreDerived => settings.Identification.Pin == PinSource.Derived;

    /// <summary>The derived PIN of an order.</summary>
    /// <param name="number">The order's number, as the shop writes it.</param>
    /// <param name="version">Which PIN of the order, from <see cref="First"/>.</param>
    public string Derive(string number, int version) => OrderPins.Derive(secrets, number, settings.Profile.PinLength, version);

    /// <summary>What the row of an order stores of its PIN.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="number">Its number.</param>
    /// <param name="version">Which PIN of the order.</param>
    /// <param name="field">What the order's own field says; null when it has none.</param>
    public string KeyOf(string orderId, string number, int version, string? field)
        => secrets.Hash(SecretLabel.Pin, orderId, settings.Identification.Pin switch
        {
            PinSource.Derived => Derive(number, version),
            PinSource.OrderField when field is { } pin && pin.Length == settings.Profile.PinLength && pin.All(char.IsAsciiDigit) => pin,
            _ => None,
        });
}
