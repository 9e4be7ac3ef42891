using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IvrAutomat.Web.Studio;

/// <summary>
/// Where the database keeps the published texts, writes them into the files of this instance: at its start, because it may be new, and
/// whenever somebody has published on another. Where files keep them, it has nothing to do.
/// </summary>
internal sealed partial class PublishedFiles(
    IDbContextFactory<AutomatDb> contexts, Database database, IOptions<PromptOptions> options, PromptEditor editor, ILogger<PublishedFiles> log)
    : BackgroundService
{
    /// <summary>How long between two looks; with the reload's own half second a publish is heard within one.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _writing = new(1);
    private int _written;

    /// <summary>Whether a publish is a row, and files only follow.</summary>
    public bool AreRows => (options.Value.Store ?? (database.IsPostgres ? PromptStore.Database : PromptStore.Files)) == PromptStore.Database;

    /// <summary>Writes what was published since the last time.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (!AreRows)
        {
            return;
        }

        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await db.PromptVersions.AsNoTracking().Where(row => row.Number > _written).ToListAsync(cancellationToken);
            if (rows.Count > 0)
            {
                Write([.. rows.Select(PromptVersion.Of)]);
                _written = rows.Max(row => row.Number);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _writing.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!AreRows)
        {
            return;
        }

        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            do
            {
                await LookSafelyAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next start catches up.
        }
    }

    private async Task LookSafelyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LookFailed(log, e);
        }
    }

    // The files may be newer than the versions: a text that the product no longer says is left out, the others are overwritten.
    private void Write(IReadOnlyList<PromptVersion> versions)
    {
        var edits = (from each in PromptVersion.After(versions)
                     group each by each.Place.Language into language
                     let now = editor.Texts(language.Key)
                     from each in language
                     where now.ContainsKey(each.Place)
                     select new TextEdit(each.Place, now[each.Place], each.Text)).ToList();
        var (outcome, plan) = editor.Save(edits);
        // A newer program may not know a value that an old text mentions; the other texts have to be heard all the same.
        var left = outcome == SaveOutcome.Refused ? edits.Where(edit => editor.Save(edit).Outcome != SaveOutcome.Saved).ToList() : [];
        foreach (var edit in left)
        {
            LeftOut(log, PromptBook.Name(edit.Place), plan.Errors is [var first, ..] ? first.Rule : string.Empty);
        }

        if (outcome is SaveOutcome.Saved or SaveOutcome.Refused)
        {
            Written(log, versions.Max(version => version.Number), edits.Count - left.Count);
            return;
        }

        NotWritten(log, outcome);
    }

    [LoggerMessage(4111, LogLevel.Information, "Published prompts up to version {Version} are in the files: {Texts} texts")]
    private static partial void Written(ILogger log, int version, int texts);

    [LoggerMessage(4112, LogLevel.Error,
        "Published prompts could not be written into the files ({Outcome}); the last good ones stay. Mend the files (prompts check names what is wrong), make the folder writable, and start again or publish again.")]
    private static partial void NotWritten(ILogger log, SaveOutcome outcome);

    [LoggerMessage(4114, LogLevel.Error, "The published text {Place} cannot be spoken by this program ({Rule}) and is left out; write it anew in the studio")]
    private static partial void LeftOut(ILogger log, string place, string rule);

    [LoggerMessage(4113, LogLevel.Error, "Published prompts could not be looked at; the last good ones stay")]
    private static partial void LookFailed(ILogger log, Exception fault);
}
