using IvrAutomat.Queue;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Whether calls may come to whoever looks, with the buttons that change it, and how the colleagues are.</summary>
internal static class PresencePanel
{
    private const string Part = "/console/desk/presence";

    /// <summary>Why one may be away, by one's own choice.</summary>
    private static readonly string[] Reasons = ["break", "lunch", "meeting", "paperwork", "end"];

    /// <summary>Maps the part and its buttons.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/desk/presence", async (ConsolePage page, AgentStates states, Pieces pieces) => ConsolePage.Part(await ContentAsync(page, states, pieces)));
        console.MapPost("/desk/ready", (ConsolePage page, AgentStates states) => ChangeAsync(page, agent => states.SetReadyAsync(agent, page.Stop)));
        console.MapPost("/desk/wrapped-up", (ConsolePage page, AgentStates states) => ChangeAsync(page, agent => states.EndWrapUpAsync(agent, page.Stop)));
        console.MapPost("/desk/away", async (ConsolePage page, AgentStates states) =>
        {
            var reason = (await page.FormAsync())["reason"].ToString();
            return Reasons.Contains(reason) ? await ChangeAsync(page, agent => states.SetAwayAsync(agent, reason, page.Stop)) : page.Malformed();
        });
    }

    /// <summary>The part as it is now.</summary>
    public static async Task<Markup> OfAsync(ConsolePage page, AgentStates states, Pieces pieces)
        => ConsolePage.Live(Part, $"{FeedKinds.Agent} {FeedKinds.Queue}", await ContentAsync(page, states, pieces));

    private static async Task<Markup> ContentAsync(ConsolePage page, AgentStates states, Pieces pieces)
    {
        var t = page.T;
        var all = await states.AllAsync(page.Stop);
        var own = all.FirstOrDefault(each => each.Agent == page.Viewer.Agent);
        return Markup.Of($"""
            {(own is null ? Markup.None : Own(page, own, pieces))}
            <ul>{all.Where(each => each.Agent != page.Viewer.Agent).Select(each => Markup.Of($"<li>{each.Agent}: {Words(t, each)}</li>"))}</ul>
            """);
    }

    private static Markup Own(ConsolePage page, AgentStatus own, Pieces pieces)
    {
        var t = page.T;

        // Whoever has never said anything is rung around the clock, and has been so for ever.
        var hasSaid = own.Since > DateTimeOffset.UnixEpoch;
        return Markup.Of($"""
            <p><strong class="{(own.Presence == AgentPresence.Away ? "bad" : "good")}">{Words(t, own)}</strong> {Markup.If(hasSaid, () => Markup.Of($"""<span class="dim">{t.Fill("presence.since", pieces.At(own.Since))}</span>"""))}</p>
            {Markup.If(!hasSaid, () => Markup.Of($"""<p class="dim">{t["presence.always"]}</p>"""))}
            <div class="row">
            {Markup.If(own.Presence == AgentPresence.WrapUp, () => page.Button("/console/desk/wrapped-up", t["presence.wrapped-up"]))}
            {Markup.If(own.Presence != AgentPresence.Ready || !hasSaid, () => page.Button("/console/desk/ready", t["presence.ready"]))}
            {Markup.If(own.Presence != AgentPresence.Away, () => Markup.Of($"""
                <form method="post" action="/console/desk/away" class="row">{page.FormToken}
                <label>{t["presence.why"]} <select name="reason">{Reasons.Select(reason => Markup.Of($"""<option value="{reason}">{t.Name("away", reason)}</option>"""))}</select></label>
                <button>{t["presence.away"]}</button></form>
                """))}
            </div>
            """);
    }

    private static string Words(ConsoleTexts t, AgentStatus status)
    {
        var words = t.Name("agent-presence", $"{status.Presence}");
        return status is { Presence: AgentPresence.Away, Reason: { } reason } ? $"{words} ({t.Name("away", reason)})" : words;
    }

    private static async Task<IResult> ChangeAsync(ConsolePage page, Func<string, Task> change)
    {
        if (page.Viewer.Agent is not { } agent)
        {
            return page.Malformed();
        }

        await change(agent);
        return ConsolePage.BackTo("/console");
    }
}
