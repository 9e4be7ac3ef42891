using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>What Zásilkovna says of a parcel. Quirks of its spelling end here.</summary>
/// <param name="Code">The state: 1 to 31 and 999; 8 and 13 do not exist.</param>
internal sealed record ParcelState(int Code)
{
    /// <summary>In a customer's hands: nothing follows.</summary>
    public const int Delivered = 7;

    /// <summary>Waits at its point.</summary>
    public const int AtPoint = 5;

    private const int Nothing = 999;
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    /// <summary>When it came into this state, by the clocks in Prague; null when that is not told.</summary>
    public DateTime? At { get; init; }

    /// <summary>The point where that happened; 0 for none.</summary>
    public int Branch { get; init; }

    /// <summary>The point where it goes; 0 for none.</summary>
    public int Destination { get; init; }

    /// <summary>It goes back to the shop.</summary>
    public bool IsReturning { get; init; }

    /// <summary>The last day at its point; null elsewhere.</summary>
    public DateOnly? StoredUntil { get; init; }

    /// <summary>Another carrier has it, whose points have rules of their own.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>It was sent to another point on the way; remembered, because later states do not tell.</summary>
    public bool WasRedirected { get; init; }

    /// <summary>Nothing follows: there is no need to ask again.</summary>
    [JsonIgnore]
    public bool IsFinal => Code is Delivered or 10 or 11;

    /// <summary>The day on which it came into this state.</summary>
    [JsonIgnore]
    public DateOnly? Day => At is { } at ? DateOnly.FromDateTime(at) : null;

    /// <summary>Reads the result of <c>packetStatus</c>; null when it says no state.</summary>
    public static ParcelState? Read(PacketaReply.Ok reply) => Read(reply.Result);

    /// <summary>Reads the result of <c>packetTracking</c>, the oldest first: a list, of either name, or a single record without one.</summary>
    public static ImmutableArray<ParcelState> ReadHistory(PacketaReply.Ok reply)
    {
        var records = reply.Result.Elements().Where(element => element.Name.LocalName is "record" or "statusRecord").ToList();
        return [.. (records.Count > 0 ? records : [reply.Result]).Select(Read).OfType<ParcelState>()];
    }

    /// <summary>A day as Zásilkovna writes it, with or without a time; null for anything else.</summary>
    public static DateOnly? DayOf(string? text)
        => text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static ParcelState? Read(XElement record)
    {
        string? Field(string name) => PacketaReply.Ok.Field(record, name);
        if (!int.TryParse(Field("statusCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        var (branch, destination) = (Number(Field("branchId")), Number(Field("destinationBranchId")));
        return new ParcelState(code is >= 1 and <= 31 and not (8 or 13) ? code : Nothing)
        {
            At = TimeOf(Field("dateTime")),
            Branch = branch,
            Destination = destination,
            IsReturning = Field("isReturning")?.ToLowerInvariant() is "true" or "1",
            StoredUntil = DayOf(Field("storedUntil")),
            IsElsewhere = Field("carrierId") is not null,
            WasRedirected = code is >= 28 and <= 30 || (code == AtPoint && branch > 0 && destination > 0 && branch != destination),
        };
    }

    private static int Number(string? text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Without a zone it is the time in Prague.
    private static DateTime? TimeOf(string? text)
    {
        if (text is not { Length: >= 19 })
        {
            return null;
        }

        return text.Length > 19 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? TimeZoneInfo.ConvertTime(instant, Prague).DateTime
            : DateTime.TryParseExact(text.AsSpan(0, 19), "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
    }
}
