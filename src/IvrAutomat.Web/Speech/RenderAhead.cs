using System.Collections.Immutable;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Speech;

/// <summary>
/// Makes all fixed prompts into sound before anybody hears them: at the start and whenever a prompt or a recording changes. What is there is
/// left alone, so a restart makes nothing, and a pass that was cut off goes on where it was.
/// </summary>
internal sealed partial class RenderAhead(
    PromptLibrary library, IEnumerable<PromptContract> contracts, Foresight foresight, Recordings recordings, Renderings renderings, SpeechOptions options,
    IHostApplicationLifetime lifetime, ILogger<RenderAhead> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(10);

    private readonly ImmutableArray<PromptContract> _contracts = [.. contracts];
    private AheadProgress _progress = new(Wanted: 0, Made: 0, Left: 0, IsOver: false);

    /// <summary>How far it is.</summary>
    public AheadProgress Progress => Volatile.Read(ref _progress);

    // Files change, and programs speak, in real time, whatever clock conversations live by.
    private static TimeProvider Time => TimeProvider.System;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, Time);
        Sight? done = null;
        var restUntil = DateTimeOffset.MinValue;
        try
        {
            // First the line is open, then it gets its voice.
            await Started.WaitAsync(lifetime, stoppingToken);
            do
            {
                var sight = new Sight(library.Current, Wavs());
                if (!sight.Equals(done) || (Progress.Left > 0 && restUntil <= Time.GetUtcNow()))
                {
                    await PassSafelyAsync(sight, isNew: !sight.Equals(done), stoppingToken);
                    done = sight;
                    restUntil = Time.GetUtcNow() + AfterTrouble;
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next start goes on.
        }
    }

    // A fault here must not take the telephone line down with it: what is not there is rendered when it is said.
    private async Task PassSafelyAsync(Sight sight, bool isNew, CancellationToken stoppingToken)
    {
        try
        {
            await PassAsync(sight, isNew, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
        }
    }

    private async Task PassAsync(Sight sight, bool isNew, CancellationToken stoppingToken)
    {
        if (isNew)
        {
            await recordings.TakeAsync(sight.Wavs, sight.Catalogue, stoppingToken);
            foreach (var problem in recordings.Problems)
            {
                LogRecording(problem.File, problem.Message, problem.Remedy);
            }
        }

        var wanted = Wanted(sight.Catalogue);
        var missing = wanted.Where(line => !renderings.Has(line)).ToList();
        Volatile.Write(ref _progress, new(wanted.Count, Made: 0, missing.Count, IsOver: missing.Count == 0));
        if (missing.Count == 0)
        {
            if (isNew && wanted.Count > 0)
            {
                LogNothing(wanted.Count);
            }

            return;
        }

        if (isNew)
        {
            LogBegin(missing.Count, wanted.Count);
        }

        await RenderAsync(sight, missing, isNew, stoppingToken);
    }

    private async Task RenderAsync(Sight sight, List<SpokenLine> missing, bool isNew, CancellationToken stoppingToken)
    {
        var began = Time.GetTimestamp();
        var reported = began;
        var made = 0;
        await Parallel.ForEachAsync(
            missing,
            new ParallelOptions { MaxDegreeOfParallelism = options.RenderAtOnce, CancellationToken = stoppingToken },
            async (line, stop) =>
            {
                // Newer prompts are on their way: what only the old ones say is not worth the time.
                if (!ReferenceEquals(library.Current, sight.Catalogue) || !await renderings.AheadAsync(line, stop))
                {
                    return;
                }

                var count = Interlocked.Increment(ref made);
                Volatile.Write(ref _progress, new(Progress.Wanted, count, missing.Count - count, IsOver: false));
                var last = Interlocked.Read(ref reported);
                if (Time.GetElapsedTime(last) > BetweenReports && Interlocked.CompareExchange(ref reported, Time.GetTimestamp(), last) == last)
                {
                    LogProgress(count, missing.Count);
                }
            });
        Volatile.Write(ref _progress, new(Progress.Wanted, made, missing.Count - made, IsOver: true));
        var seconds = Time.GetElapsedTime(began).TotalSeconds;

        // An engine in trouble is tried again and again; it has been named already.
        if (isNew || made > 0)
        {
            LogEnd(made, missing.Count, seconds);
        }
    }

    private List<SpokenLine> Wanted(PromptCatalogue catalogue)
    {
        var languages = catalogue.Languages.Where(renderings.Speaks).ToList();
        var greetings = languages.SelectMany(foresight.Greetings).ToList();
        var today = foresight.Today;
        var texts = greetings.Select(said => (said.Language, said.Text)).Concat(
            from language in languages
            from said in FixedPrompts.Of(catalogue, language, _contracts)
            select (Language: language, Text: catalogue.Speak(language, said, today))).ToList();

        // Whoever asked to be spoken to slowly hears sentence by sentence.
        var wanted = texts.Select(each => new SpokenLine(each.Language, each.Text, Slow: false)).Concat(
            from each in texts
            from sentence in Sentences.Of(each.Text)
            select new SpokenLine(each.Language, sentence, Slow: true));
        return [.. wanted.Distinct()];
    }

    private ImmutableArray<PromptFile> Wavs()
    {
        try
        {
            return [.. PromptFile.In(library.Files.Folder, "*.wav")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder is being changed, or is gone: the next look tells.
            return [];
        }
    }

    private sealed record Sight(PromptCatalogue Catalogue, ImmutableArray<PromptFile> Wavs)
    {
        public bool Equals(Sight? other) => other is not null && ReferenceEquals(Catalogue, other.Catalogue) && Wavs.AsSpan().SequenceEqual(other.Wavs.AsSpan());

        public override int GetHashCode() => Wavs.Length;
    }

    [LoggerMessage(EventId = 5021, Level = LogLevel.Information, Message = "{Missing} of {Wanted} prompts have no audio yet; it is being rendered, calls go on meanwhile")]
    private partial void LogBegin(int missing, int wanted);

    [LoggerMessage(EventId = 5022, Level = LogLevel.Information, Message = "{Made} of {Missing} prompts are rendered")]
    private partial void LogProgress(int made, int missing);

    [LoggerMessage(EventId = 5023, Level = LogLevel.Information, Message = "Rendered {Made} of {Missing} prompts in {Seconds:0.0} s")]
    private partial void LogEnd(int made, int missing, double seconds);

    [LoggerMessage(EventId = 5024, Level = LogLevel.Information, Message = "All {Wanted} prompts have their audio; nothing had to be rendered")]
    private partial void LogNothing(int wanted);

    [LoggerMessage(EventId = 5025, Level = LogLevel.Warning, Message = "The recording {File} is not used: {Problem} {Remedy}")]
    private partial void LogRecording(string file, string problem, string remedy);

    [LoggerMessage(EventId = 5026, Level = LogLevel.Error, Message = "Rendering ahead failed; what is not there is rendered when it is said")]
    private partial void LogFailed(Exception failure);
}

/// <summary>How far rendering ahead is.</summary>
/// <param name="Wanted">Texts that the present prompts say in fixed words, at both paces.</param>
/// <param name="Made">How many of them this pass has made.</param>
/// <param name="Left">How many are still missing.</param>
/// <param name="IsOver">The pass has ended.</param>
internal sealed record AheadProgress(int Wanted, int Made, int Left, bool IsOver);
