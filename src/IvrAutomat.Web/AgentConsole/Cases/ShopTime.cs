using System.Globalization;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole.Cases;

/// <summary>Instants as they stand on the pages: in the shop's time zone, today's without their day.</summary>
internal sealed class ShopTime(ShopSettings settings, TimeProvider time)
{
    /// <summary>The time, with its day unless that is today.</summary>
    public Markup Of(DateTimeOffset instant) => Markup.Of(
        $"""<time datetime="{instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}">{Text(instant)}</time>""");

    /// <summary>The same as plain text.</summary>
    public string Text(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, settings.Profile.TimeZone)
        .ToString(settings.DayOf(instant) == settings.DayOf(time.GetUtcNow()) ? "H:mm" : "d. M. H:mm", CultureInfo.InvariantCulture);

    /// <summary>From when until when.</summary>
    public Markup Of(DateTimeOffset from, DateTimeOffset until)
        => Markup.Of($"{Of(from)}–{TimeZoneInfo.ConvertTime(until, settings.Profile.TimeZone).ToString("H:mm", CultureInfo.InvariantCulture)}");
}
