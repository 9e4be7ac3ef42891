using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Prompts;

/// <summary>
/// Makes a saved prompt file heard within a second, without a restart and without touching calls in the middle of a turn. A set that
/// cannot be spoken never goes live: the last good one stays, and the reasons are logged once and shown until they are mended.
/// </summary>
internal sealed partial class PromptReload(PromptLibrary library, ILogger<PromptReload> log) : BackgroundService
{
    // A change must lie still for one look before it is read, so that a file half written is not taken for the whole:
    // two looks and a reading stay well under a second.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    // Looks at the machine's own pace: files change in real time, whatever clock conversations live by.
    private readonly HashSet<PromptFinding> _told = [];
    private PromptFolderState _read = library.SeenAtStart;
    private PromptFolderState _seen = library.SeenAtStart;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Live(log, library.Current.Hash, library.Warnings.Length);
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                LookSafely();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; there is nothing to finish.
        }
    }

    // A fault here must not take the telephone line down with it: the last good prompts go on, and the next look tries again.
    private void LookSafely()
    {
        try
        {
            Look();
        }
        catch (Exception e)
        {
            LookFailed(log, e);
        }
    }

    private void Look()
    {
        var state = library.Files.State();
        var still = state.Equals(_seen);
        _seen = state;
        if (!still || state.Equals(_read))
        {
            return;
        }

        var set = library.Files.Read();
        // Written to again while it was read: what was read may be half of each, so the next look decides.
        if (library.Files.State().Equals(state))
        {
            _read = state;
            Take(set);
        }
    }

    private void Take(PromptSet set)
    {
        if (set.Catalogue is not { } catalogue)
        {
            var problems = PromptLibrary.Errors(set);
            library.Refuse(problems);
            foreach (var problem in problems.Where(_told.Add))
            {
                Refused(log, problem.Rule, problem.File, problem.Line, problem.Key, problem.Message, problem.Remedy);
            }

            return;
        }

        var mended = library.Problems.Length > 0;
        var changed = catalogue.Hash != library.Current.Hash;
        library.Replace(catalogue, set.Findings);
        _told.Clear();
        if (mended)
        {
            Recovered(log, catalogue.Hash);
        }
        else if (changed)
        {
            Live(log, catalogue.Hash, set.Findings.Length);
        }
    }

    [LoggerMessage(4101, LogLevel.Information, "Prompts {Hash} are live; remarks: {Warnings}")]
    private static partial void Live(ILogger log, string hash, int warnings);

    [LoggerMessage(4102, LogLevel.Error,
        "Prompts not taken over, the last good ones stay: {Rule} in {File}, line {Line}, key {Key}: {Problem} {Remedy}")]
    private static partial void Refused(ILogger log, string rule, string file, int line, string key, string problem, string remedy);

    [LoggerMessage(4104, LogLevel.Error, "Prompt files could not be looked at; the last good ones stay")]
    private static partial void LookFailed(ILogger log, Exception fault);

    [LoggerMessage(4103, LogLevel.Information, "Prompts are in order again; {Hash} are live")]
    private static partial void Recovered(ILogger log, string hash);
}
