using IvrAutomat.Calls;
using IvrAutomat.Web.Replay;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>A step of a retold call in the words of the pages.</summary>
internal static class ReplayWords
{
    /// <summary>What came.</summary>
    public static string Of(ConsoleTexts t, CallerInput? input)
        => input is null ? t["replay.unknown"] : CourseText.Of(t, input) ?? t.Name("input", RetoldText.NameOf(input));

    /// <summary>What was waited for.</summary>
    public static string Of(ConsoleTexts t, Next next) => next switch
    {
        ListenNext { Listen: MenuListen menu } => Options(t, menu),
        QueueNext { Listen: MenuListen menu } => $"{t["listen.queue"]}: {Options(t, menu)}",
        ListenNext { Listen: NumberListen number } => t.Name("listen", $"{number.Kind}"),
        ListenNext { Listen: SecretListen { Code: true } } => t["listen.code"],
        ListenNext { Listen: SecretListen } => t["listen.pin"],
        ListenNext => t["listen.words"],
        WaitNext => t["listen.work"],
        HangUpNext => t["listen.end"],
        _ => t["listen.person"],
    };

    private static string Options(ConsoleTexts t, MenuListen menu)
        => string.Join(", ", menu.Options.Select(option => $"{option.Key} {t.Name("option", option.Name)}"));
}
