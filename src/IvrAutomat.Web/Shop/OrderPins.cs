using System.Globalization;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// PINs that are derived from an order's number, so that the shop can print one at any time and nobody has to keep it. A new version gives a
/// new PIN and ends the old one.
/// </summary>
internal static class OrderPins
{
    private const int HexDigits = 15;

    /// <summary>The PIN of an order: it never begins with 0 and is no run and no single repeated digit.</summary>
    /// <param name="secrets">The key; another key gives other PINs.</param>
    /// <param name="number">The number that customers know.</param>
    /// <param name="length">Digits, from 4 to 8.</param>
    /// <param name="version">Which PIN of the order, from 1.</param>
    public static string Derive(Secrets secrets, string number, int length, int version = 1)
    {
        var span = (long)Math.Pow(10, length) - (long)Math.Pow(10, length - 1);
        for (var attempt = 0; ; attempt++)
        {
            var hash = secrets.Hash(SecretLabel.Pin, "derived", number, $"{version}", $"{attempt}");
            var value = long.Parse(hash.AsSpan(hash.Length - HexDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var pin = $"{(long)Math.Pow(10, length - 1) + (value % span)}";
            if (!PinShape.IsTrivial(pin))
            {
                return pin;
            }
        }
    }
}
