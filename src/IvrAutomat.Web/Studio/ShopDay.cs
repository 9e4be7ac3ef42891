using System.Globalization;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Studio;

/// <summary>The pages on which an admin changes what callers hear today: announcement, hours, statuses, and what it comes to at a given time.</summary>
internal static class ShopDay
{
    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var studio = app.MapGroup("/studio").RequireAuthorization(Rights.Admin);
        studio.AddEndpointFilter(ConsoleRegistration.Guarded);
        studio.AddEndpointFilter(ConsoleRegistration.FromOurPageAsync);
        AnnouncementPage.Map(studio);
        HoursPage.Map(studio);
        StatusesPage.Map(studio);
        HeardPage.Map(studio);
    }

    /// <summary>A page with the ways to the others above it.</summary>
    public static IResult Show(ConsolePage page, string title, Markup content, int status = StatusCodes.Status200OK) =>
        page.Show(title, Markup.Join([StudioPieces.Assets, StudioNav.Of(page), content]), status);

    /// <summary>What was wrong, each with its remedy.</summary>
    public static Markup Wrong(IEnumerable<string> problems) => Markup.Of($"""<div class="bad" role="alert"><ul>{problems.Select(problem => Markup.Of($"<li>{problem}</li>"))}</ul></div>""");

    /// <summary>Who changed a part last, or that the settings hold, with the button that lets them hold again.</summary>
    public static Markup Since(ConsolePage page, ShopOverrideRow? row, ShopSettings shop, string back) => row is null
        ? Markup.Of($"""<p class="dim">{page.T["day.as-set"]}</p>""")
        : Markup.Of($"""
            <p class="dim">{page.T.Fill("day.since", Written(row.ChangedAt, shop), page.T.Name("audit.who", row.ChangedBy))}</p>
            {page.Button(back, page.T["day.take-back"])}
            """);

    /// <summary>An instant as the shop's clocks show it, as people and forms write it.</summary>
    public static string Written(DateTimeOffset at, ShopSettings shop, string form = "d. M. yyyy H:mm")
        => TimeZoneInfo.ConvertTime(at, shop.Profile.TimeZone).ToString(form, CultureInfo.InvariantCulture);

    /// <summary>A time that a form gave, in the shop's zone; null when it is none.</summary>
    public static DateTimeOffset? Read(string? text, ShopSettings shop)
        => DateTime.TryParseExact(text, InputForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, shop.Profile.TimeZone.GetUtcOffset(local))
            : null;

    /// <summary>How browsers write a day with a time.</summary>
    public const string InputForm = "yyyy-MM-ddTHH:mm";
}
