using System.Text;
using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// What callers hear, and what becomes of their request, when a system elsewhere goes wrong: a table drawn from the call scripts that play it,
/// so that it can say nothing that has not been heard.
/// </summary>
internal static class FailureMatrix
{
    /// <summary>Where the scripts are, below the repository. Each is called after the system and what goes wrong: <c>upgates-time-out.yaml</c>.</summary>
    public const string Folder = "tests/calls/failures";

    /// <summary>The systems, in the order of the table.</summary>
    public static IReadOnlyList<(string Name, string Title)> Systems { get; } =
        [("upgates", "Upgates"), ("packeta", "Zásilkovna"), ("zaslat", "Zaslat.cz"), ("comgate", "Comgate"), ("sms", "SMS"), ("mail", "e-mail")];

    /// <summary>What goes wrong, in the order of the table.</summary>
    public static IReadOnlyList<(string Name, string Title)> Faults { get; } =
    [
        ("slow", "slow, 4 s"), ("time-out", "time-out"), ("error", "HTTP 500"), ("malformed", "malformed answer"), ("login-refused", "login refused"),
        ("rate-limited", "rate limit"),
    ];

    /// <summary>Draws the table in Markdown; a script that is missing leaves a row that says so.</summary>
    /// <param name="folder">The folder with the scripts.</param>
    public static string Draw(string folder)
    {
        var table = new StringBuilder("| system | goes wrong | the caller hears | request | left to a person |\n|---|---|---|---|---|\n");
        foreach (var (system, title) in Systems)
        {
            foreach (var (fault, words) in Faults)
            {
                var file = Path.Combine(folder, $"{system}-{fault}.yaml");
                var row = File.Exists(file) && Scripts.Read(file).Script is { } script ? Row(script) : "not played | | ";
                table.Append($"| {title} | {words} | {row} |\n");
            }
        }

        return table.ToString();
    }

    private static string Row(CallScript script) => string.Join(" | ", Heard(script), Requests(script.Then), Cases(script.Then));

    // The answer to the caller's yes: the last thing the script listens for.
    private static string Heard(CallScript script) => string.Join(
        " … ", script.Calls[^1].Steps.OfType<CallStep.Hear>().Last().Phrases.Select(phrase => $"„{phrase.ToString()!.Trim('"')}“"));

    private static string Requests(ScriptThen then) => then.Requests is { Count: > 0 } requests
        ? string.Join(", ", requests.Select(request => $"{request.Kind} {request.State}"))
        : "none";

    private static string Cases(ScriptThen then) => then.Cases is { Count: > 0 } cases
        ? string.Join(", ", cases.Select(each => each.Reason is null ? each.Kind : $"{each.Kind} ({each.Reason})"))
        : "nothing";
}
