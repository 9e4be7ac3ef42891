using System.Globalization;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Pins;

/// <summary>
/// The PINs of orders: what they are, and what of them is stored. A derived PIN is kept nowhere, because it can be made again from the order's
/// number, the number of its renewals and the key.
/// </summary>
internal sealed class OrderPins(Secrets secrets, ShopSettings settings)
{
    // Digits never make this, so no entry matches it.
    private const string None = "none";

    /// <summary>Orders have PINs that can be told to whoever sends the shop's e-mails.</summary>
    public bool AreDerived => settings.Identification.Pin == PinSource.Derived;

    /// <summary>The derived PIN of an order.</summary>
    /// <param name="number">The order's number, as the shop writes it.</param>
    /// <param name="version">How often it was renewed.</param>
    public string Derive(string number, int version)
    {
        var range = 9L;
        for (var digit = 1; digit < settings.Profile.PinLength; digit++)
        {
            range *= 10;
        }

        for (var round = 0; ; round++)
        {
            var hash = secrets.Hash(SecretLabel.PinValue, number.Trim(), $"{version}", $"{round}");
            var drawn = ulong.Parse(hash.AsSpan(hash.Length - 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

            // The first digit is never 0: the range begins at the smallest number of this length.
            var pin = $"{range / 9 + (long)(drawn % (ulong)range)}";
            if (!PinShape.IsTrivial(pin))
            {
                return pin;
            }
        }
    }

    /// <summary>What the row of an order stores of its PIN.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="number">Its number.</param>
    /// <param name="version">How often its PIN was renewed.</param>
    /// <param name="field">What the order's own field says; null when it has none.</param>
    public string KeyOf(string orderId, string number, int version, string? field)
        => secrets.Hash(SecretLabel.Pin, orderId, settings.Identification.Pin switch
        {
            PinSource.Derived => Derive(number, version),
            PinSource.OrderField when field is { } pin && pin.Length == settings.Profile.PinLength && pin.All(char.IsAsciiDigit) => pin,
            _ => None,
        });
}
