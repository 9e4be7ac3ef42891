using System.Globalization;
using System.Text.RegularExpressions;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Pieces that several pages show in the same way.</summary>
internal sealed partial class Pieces(ShopSettings settings, TimeProvider time)
{
    /// <summary>An instant in the shop's time: the clock today, day and clock on other days.</summary>
    public string At(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, settings.Profile.TimeZone);
        var isToday = settings.DayOf(instant) == settings.DayOf(time.GetUtcNow());
        return local.ToString(isToday ? "H:mm" : "d. M. yyyy H:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A day.</summary>
    public static string Day(DateOnly? day) => day?.ToString("d. M. yyyy", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>An amount in crowns.</summary>
    public static string Crowns(decimal amount) => Amount(amount) + "\u00a0Kč";

    /// <summary>An amount without its currency.</summary>
    public static string Amount(decimal amount) => amount.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', '\u00a0');

    /// <summary>An instant in the shop's time to the second, with its day.</summary>
    public string Exactly(DateTimeOffset instant)
        => TimeZoneInfo.ConvertTime(instant, settings.Profile.TimeZone).ToString("d. M. yyyy H:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What is spoken as it is written: each sentence begins with a capital letter, whatever it was put together from.</summary>
    public static string Sentences(string spoken) => Begin().Replace(spoken, begin => begin.Value.ToUpperInvariant());

    /// <summary>How long since an instant, in minutes and seconds.</summary>
    public string Since(DateTimeOffset instant)
    {
        var length = time.GetUtcNow() - instant;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalMinutes}:{length.Seconds:00}");
    }

    /// <summary>What happened, line by line.</summary>
    public Markup Lines(IReadOnlyList<Happening> happened, ConsoleTexts t) => happened.Count == 0
        ? Markup.Of($"""<p class="empty">{t["timeline.empty"]}</p>""")
        : Markup.Of($"""
            <ol class="timeline">{happened.Select(each => Markup.Of($"""
            <li><time datetime="{each.At.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z">{At(each.At)}</time> {(each.Link is { } link ? Markup.Of($"""<a href="{link}">{each.Text}</a>""") : Markup.Of($"{each.Text}"))}{Markup.If(each.Who is not null, () => Markup.Of($""" <span class="dim">{each.Who}</span>"""))}</li>
            """))}</ol>
            """);

    /// <summary>Names and values, those that are known.</summary>
    public static Markup Facts(params IEnumerable<(string Name, string? Value)> facts) => Markup.Of(
        $"<dl>{facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => Markup.Of($"<dt>{fact.Name}</dt><dd>{fact.Value}</dd>"))}</dl>");

    // One letter and a full stop is an abbreviation ("č. p.").
    [GeneratedRegex(@"^\p{Ll}|(?<=\p{L}{2}[.?!] )\p{Ll}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Begin();
}
