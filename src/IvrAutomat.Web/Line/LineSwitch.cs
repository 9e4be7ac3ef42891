using System.Collections.Frozen;
using System.Globalization;
using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Line;

/// <summary>Gathers what the rule asks about a new call.</summary>
internal sealed class LineSwitch(LineBook book, LineOptions options, ShopSettings shop, Secrets secrets, TimeProvider time)
{
    // Eight hexadecimal digits of the hash, even over 0 to 99 to within a millionth.
    private const int Digits = 8;

    private readonly FrozenSet<string> _tests = options.TestNumbers.Select(number => PhoneNumber.Parse(number)?.Value).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Who answers a call.</summary>
    /// <param name="from">The caller's number; null when withheld.</param>
    /// <param name="callId">The call: whoever withholds the number is told apart by it.</param>
    /// <param name="cancellationToken">The request is gone.</param>
    public async Task<LineTurn> DecideAsync(PhoneNumber? from, string callId, CancellationToken cancellationToken)
    {
        var state = await book.ReadAsync(cancellationToken);
        var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), shop.Profile.TimeZone).DateTime;
        var call = new LineCall(from is { } number && _tests.Contains(number.Value), shop.Profile.Hours.IsOpen(local), ShareOf(from?.Value ?? callId, local));
        return new LineTurn(new LineRule(state.Mode, state.SharePercent).Answer(call), TimeSpan.FromSeconds(state.OverflowSeconds));
    }

    private int ShareOf(string caller, DateTime local)
    {
        var hash = secrets.Hash(SecretLabel.Share, caller, local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return (int)(uint.Parse(hash.AsSpan(hash.Length - Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) % 100);
    }
}
