namespace IvrAutomat.Web.Accounts;

/// <summary>Who may sign in with one click; nobody outside the demo shop.</summary>
/// <param name="All">The colleagues.</param>
internal sealed record DemoColleagues(IReadOnlyList<Colleague> All)
{
    /// <summary>The agents of the demo, and an admin.</summary>
    public static DemoColleagues Of(IEnumerable<string> agents) => new(
        [.. agents.Select(agent => new Colleague(agent.ToLowerInvariant(), agent, AccountRole.Agent, "cs")), new Colleague("admin", null, AccountRole.Admin, "cs")]);
}
