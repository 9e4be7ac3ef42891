using IvrAutomat.Web.AgentConsole.Cases;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>An entry of the audit log in words. What is stored are keys and names, so that the log says the same in every language.</summary>
internal static class AuditText
{
    /// <summary>The beginning of the acts on an order.</summary>
    private const string OrderAct = "order.do.";

    /// <summary>What it was about: order, case and call, each where there is one.</summary>
    /// <param name="t">The words.</param>
    /// <param name="row">The entry.</param>
    /// <param name="order">The number of the order; null where it is not known any more.</param>
    /// <param name="number">The number of the case; null where it is not known any more.</param>
    public static Markup TargetOf(ConsoleTexts t, AuditRow row, string? order, string? number)
    {
        Markup[] parts =
        [
            Markup.If(row.OrderId is not null, () => Link(OrderPage.PathOf(row.OrderId!), t.Fill("audit.of-order", order ?? row.OrderId))),
            Markup.If(number is not null, () => Link(CasePage.PathOf(number!), t.Fill("audit.of-case", number))),
            Markup.If(row.CallId is { Length: > 0 }, () => Link(CallPage.PathOf(row.CallId!), t["audit.of-call"])),
        ];
        return new Markup(string.Join("<br>", parts.Where(part => part.Text.Length > 0).Select(part => part.Text)));
    }

    /// <summary>What more there is to say.</summary>
    public static string NoteOf(ConsoleTexts t, AuditRow row) => (row.Act, row.Note) switch
    {
        (_, null or "") => string.Empty,
        (CallerProof.Act, var way) => t.Name("proof.way", way),
        ("search", var hits) => t.Fill("audit.found", hits),
        (Accounts.AuditActs.Added or Accounts.AuditActs.RoleChanged, var names) => Roles(t, names),
        (Accounts.AuditActs.LineChanged, var modes) => Modes(t, modes),
        ($"case.{CaseAct.Closed}", var disposition) => t.Name("case.disposition", disposition),
        ($"case.{CaseAct.HandedOver}", var to) => t.Fill("audit.to", to),

        // The request's name ties the entry to the timeline, and says nothing to people.
        var (act, _) when act.StartsWith(OrderAct, StringComparison.Ordinal) => string.Empty,
        var (_, note) => note,
    };

    // "petr Agent Supervisor" is a name, the role before, and the role now.
    private static string Roles(ConsoleTexts t, string names) => names.Split(' ') switch
    {
        [var name, var role] => $"{name}: {t.Name("role", role)}",
        [var name, var before, var now] => $"{name}: {t.Name("role", before)} → {t.Name("role", now)}",
        _ => names,
    };

    // "Off > Overflow 20 s": of the mode's words only the name, which stands before the colon.
    private static string Modes(ConsoleTexts t, string modes) => string.Join(" → ", modes.Split(" > ").Select(mode =>
    {
        var parts = mode.Split(' ', 2);
        var name = t.Name("line.mode", parts[0]).Split(':')[0];
        return parts.Length == 1 ? name : $"{name} {parts[1]}";
    }));

    private static Markup Link(string path, string text) => Markup.Of($"""<a href="{path}">{text}</a>""");
}
