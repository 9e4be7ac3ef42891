using System.Globalization;
using System.Text;
using IvrAutomat.Figures;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Agents.Figures;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.AgentConsole.Today;

/// <summary>The supervisor's day: what goes on now, how the queue did, what became of the calls, who did what.</summary>
internal static class TodayPage
{
    private const string Path = "/console/today";
    private const string Kinds = $"{FeedKinds.Call} {FeedKinds.Queue} {FeedKinds.Case} {FeedKinds.Agent}";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/today", async (ConsolePage page, DayBook book) =>
        {
            var content = Content(page, await book.ReadAsync(page.Stop));
            return page.Show(page.T["today.title"], Markup.Of($"""
                {ConsolePage.Live($"{Path}/part", Kinds, content)}<p><a href="{Path}.csv" download>{page.T["today.csv"]}</a></p>
                """));
        }).RequireAuthorization(Rights.Supervisor);
        console.MapGet("/today/part", async (ConsolePage page, DayBook book) => ConsolePage.Part(Content(page, await book.ReadAsync(page.Stop))))
            .RequireAuthorization(Rights.Supervisor);
        console.MapGet("/today.csv", async (ConsolePage page, DayBook book)
            => Results.File(TodayTable.File(page.T, await book.ReadAsync(page.Stop)), "text/csv; charset=utf-8", "today.csv")).RequireAuthorization(Rights.Supervisor);
    }

    private static Markup Content(ConsolePage page, DayFigures day)
    {
        var t = page.T;
        return Markup.Of($"""
            <div class="columns">
            <section class="card"><h2>{t["today.now"]}</h2>{Table(t, [t["today.what"], t["today.number"]], TodayTable.Now(t, day))}</section>
            <section class="card"><h2>{t["today.queue"]}</h2>{Level(t, day.Queue)}{Table(t, [t["today.what"], t["today.number"]], TodayTable.Queue(t, day))}<p class="dim">{t["today.queue.how"]}</p></section>
            <section class="card"><h2>{t["today.calls"]}</h2>{DayPictures.Parts(t["today.calls.picture"], TodayTable.Parts(day.Today))}{Table(t, [t["today.what"], t["today.today"], t["today.week"]], TodayTable.Calls(t, day))}<p class="dim">{t["today.calls.how"]}</p></section>
            <section class="card"><h2>{t["today.hours"]}</h2>{DayPictures.Bars(t["today.hours.picture"], day.Hours)}{Table(t, [t["today.hour"], t["today.number"]], TodayTable.Hours(day))}</section>
            </div>
            <section><h2>{t["today.agents"]}</h2>{Table(t, [t["today.agent"], t["today.state"], t["today.talks"], t["today.missed"], t["today.open"], t["today.overdue"], t["today.closed"]], TodayTable.Agents(t, day))}</section>
            """);
    }

    private static Markup Level(ConsoleTexts t, QueueFigures queue) => queue.ServiceLevel is not { } level ? Markup.None : Markup.Of(
        $"""<p class="{(level >= QueueFigures.Aim ? "good" : "bad")}"><strong>{TodayTable.Percent(level)}</strong> {t[level >= QueueFigures.Aim ? "today.level.met" : "today.level.missed"]}</p>""");

    private static Markup Table(ConsoleTexts t, IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        return all.Count == 0
            ? Markup.Of($"""<p class="empty">{t["today.none"]}</p>""")
            : Cards.Table(heads, all.Select(row => row.Select(cell => Markup.Of($"{cell}")).ToArray()));
    }
}

/// <summary>The figures of a day as rows: what the tables show and the file holds.</summary>
internal static class TodayTable
{
    private const int Minute = 60;

    /// <summary>What goes on now.</summary>
    public static IEnumerable<string[]> Now(ConsoleTexts t, DayFigures day) =>
    [
        .. Enum.GetValues<CallPlace>().Select(place => (string[])[t.Name("today.place", $"{place}"), Number(day.Live.GetValueOrDefault(place))]),
        [t["today.waiting"], Number(day.Waiting)],
        [t["today.longest"], Clock(day.Longest)],
    ];

    /// <summary>How the queue did.</summary>
    public static IEnumerable<string[]> Queue(ConsoleTexts t, DayFigures day) =>
    [
        [t["today.offered"], Number(day.Queue.Offered)],
        [t["today.answered"], Number(day.Queue.Answered)],
        [t["today.abandoned"], $"{Number(day.Queue.Abandoned)} ({Percent(day.Queue.Abandonment)})"],
        [t["today.level"], Percent(day.Queue.ServiceLevel)],
        [t["today.asa"], Clock(day.Queue.Asa)],
        [t["today.aht"], Clock(day.Queue.Aht)],
        [t["today.promises"], day.Promises.Told == 0 ? "–" : t.Fill("today.promises.kept", day.Promises.Kept, day.Promises.Told, Percent(day.Promises.Share))],
        [t["today.promises.sooner"], Number(day.Promises.Sooner)],
    ];

    /// <summary>What became of the calls: today's, and those of the week.</summary>
    public static IEnumerable<string[]> Calls(ConsoleTexts t, DayFigures day) =>
    [
        .. Parts(day.Today).Zip(Parts(day.Week), (today, week) => (string[])[t.Name("today.became", today.Name), Share(today.Count, day.Today.All), Share(week.Count, day.Week.All)]),
        [t["today.all"], Number(day.Today.All), Number(day.Week.All)],
    ];

    /// <summary>The four numbers of containment.</summary>
    public static IReadOnlyList<(string Name, int Count)> Parts(Containment calls) =>
    [
        (nameof(calls.Resolved), calls.Resolved), (nameof(calls.CalledAgain), calls.CalledAgain), (nameof(calls.HungUp), calls.HungUp),
        (nameof(calls.HandedOver), calls.HandedOver),
    ];

    /// <summary>Calls by the hour, those hours that had any.</summary>
    public static IEnumerable<string[]> Hours(DayFigures day)
        => day.Hours.Select((count, hour) => (hour, count)).Where(each => each.count > 0).Select(each => (string[])[$"{each.hour}–{each.hour + 1}", Number(each.count)]);

    /// <summary>The colleagues.</summary>
    public static IEnumerable<string[]> Agents(ConsoleTexts t, DayFigures day) => day.Agents.Select(agent => (string[])
    [
        agent.Name, t.Name("agent-presence", $"{agent.Presence}"), Number(agent.Talks), Number(agent.Missed), Number(agent.Open),
        Number(agent.Overdue), Number(agent.Closed),
    ]);

    /// <summary>All of it as a file that a Czech spreadsheet opens: without the mark at its beginning it would read the letters in another encoding.</summary>
    public static byte[] File(ConsoleTexts t, DayFigures day) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(t, day))];

    private static string Csv(ConsoleTexts t, DayFigures day)
    {
        IEnumerable<string[]> rows =
        [
            [t["today.now"]], .. Now(t, day), [],
            [t["today.queue"]], .. Queue(t, day), [],
            [t["today.calls"], t["today.today"], t["today.week"]], .. Calls(t, day), [],
            [t["today.hour"], t["today.number"]], .. Hours(day), [],
            [t["today.agent"], t["today.state"], t["today.talks"], t["today.missed"], t["today.open"], t["today.overdue"], t["today.closed"]], .. Agents(t, day),
        ];
        return string.Concat(rows.Select(row => CsvLine.Of([.. row.Select(CsvLine.Harmless)]) + "\r\n"));
    }

    /// <summary>A share in whole percent; a dash where there was nothing to share.</summary>
    public static string Percent(double? share) => share is { } part ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(part * 100)} %") : "–";

    private static string Share(int part, int all) => all == 0 ? Number(part) : $"{Number(part)} ({Percent((double)part / all)})";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Clock(TimeSpan? length)
        => length is { } span ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalSeconds / Minute}:{(int)span.TotalSeconds % Minute:00}") : "–";
}
