using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Codes;

namespace IvrAutomat.Web.Shop;

/// <summary>What is known under the keyed hash of a number. None of it proves who calls.</summary>
/// <param name="HasOpenOrder">An open order bears the number.</param>
/// <param name="Contact">The encrypted contact of the latest of them; null when none is known.</param>
/// <param name="HasCode">A one-time code that this number asked for is still good.</param>
/// <param name="LastCallAt">When the number last called; null for never.</param>
/// <param name="Language">The language chosen then; null when none was.</param>
/// <param name="Slow">It was spoken to slowly then.</param>
internal sealed record KnownNumber(bool HasOpenOrder, byte[]? Contact, bool HasCode, DateTimeOffset? LastCallAt, string? Language, bool Slow);

/// <summary>Looks a number up at the beginning of every call, in one round trip.</summary>
internal sealed class Recognition(Database database)
{
    private const string Look = $"""
        SELECT contact FROM orders WHERE phone_key = @key AND changed_at >= @open AND {OrderRow.IsSeen} ORDER BY changed_at DESC, id DESC LIMIT 1;
        SELECT COUNT(*) FROM codes WHERE caller_key = @key AND code_key IS NOT NULL AND expires_at > @now AND tries < @most;
        SELECT last_call_at, language, slow FROM callers WHERE key = @key
        """;

    /// <summary>Looks it up.</summary>
    /// <param name="key">The keyed hash of the number.</param>
    /// <param name="openSince">An order is open that changed since.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<KnownNumber> ReadAsync(string key, DateTimeOffset openSince, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.BorrowAsync(cancellationToken);
        var command = connection.Command(Look);
        command.AddParameter("@key", key);
        command.AddParameter("@open", openSince.ToUnixTimeMilliseconds());
        command.AddParameter("@now", now.ToUnixTimeMilliseconds());
        command.AddParameter("@most", CodeRules.MostTries);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hasOrder = await reader.ReadAsync(cancellationToken);
        var contact = hasOrder && !reader.IsDBNull(0) ? (byte[])reader.GetValue(0) : null;
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var hasCode = reader.GetInt32(0) > 0;
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(
                hasOrder, contact, hasCode, DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.TextOrNull(1),
                Slow: !reader.IsDBNull(2) && reader.GetInt32(2) != 0)
            : new(hasOrder, contact, hasCode, LastCallAt: null, Language: null, Slow: false);
    }
}
