namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// The file of meanings as it is on the disk now: looked at again when it is asked for, at most twice a second. A file that is wrong is told
/// once for each of its states and the last good one stays; at the start what can be read of it is used.
/// </summary>
/// <param name="path">The whole path; the file need not exist.</param>
/// <param name="log">Gets what is wrong.</param>
internal sealed partial class StatusFile(string path, ILogger<StatusFile> log)
{
    /// <summary>Its name in the folder of prompts.</summary>
    public const string Name = "statuses.yaml";

    private const long LargestFile = 256 * 1024;

    // Files change in the machine's time, whatever time conversations live by.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private StatusMeanings _good = StatusMeanings.None;
    private StatusMeanings? _instead;
    private (DateTime Written, long Length)? _seen;
    private long _looked;

    /// <summary>The meanings.</summary>
    public StatusMeanings Now
    {
        get
        {
            lock (_lock)
            {
                if (_looked == 0 || TimeProvider.System.GetElapsedTime(_looked) > BetweenLooks)
                {
                    _looked = TimeProvider.System.GetTimestamp();
                    Look();
                }

                return _instead ?? _good;
            }
        }
    }

    /// <summary>What stands in the file, whatever holds instead of it.</summary>
    public string OnDisk => File.Exists(path) && new FileInfo(path).Length <= LargestFile ? File.ReadAllText(path) : string.Empty;

    /// <summary>From now on these meanings hold instead of the file's; null: the file's again.</summary>
    public void Use(StatusMeanings? instead)
    {
        lock (_lock)
        {
            _instead = instead;
        }
    }

    /// <summary>What is wrong with the file now; empty when nothing.</summary>
    public static IReadOnlyList<MeaningProblem> Check(string path)
    {
        try
        {
            return File.Exists(path) ? StatusMeanings.Read(File.ReadAllText(path)).Problems : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new MeaningProblem(1, "The file cannot be read. Check that the program may read it.")];
        }
    }

    private void Look()
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > LargestFile)
            {
                _good = _seen is null ? StatusMeanings.None : _good;
                return;
            }

            var state = (file.LastWriteTimeUtc, file.Length);
            if (state != _seen)
            {
                Take(StatusMeanings.Read(File.ReadAllText(path)), isFirst: _seen is null);
                _seen = state;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(fault);
        }
    }

    private void Take(StatusMeanings read, bool isFirst)
    {
        foreach (var problem in read.Problems)
        {
            LogProblem(problem.Line, problem.Message);
        }

        if (read.Problems.Count == 0 || isFirst)
        {
            _good = read;
            LogTaken(read.Count);
        }
    }

    [LoggerMessage(3111, LogLevel.Information, "{Count} statuses of the shop have a meaning")]
    private partial void LogTaken(int count);

    [LoggerMessage(3112, LogLevel.Error, "statuses.yaml, line {Line}: {Problem}")]
    private partial void LogProblem(int line, string problem);

    [LoggerMessage(3113, LogLevel.Error, "statuses.yaml cannot be read; the last meanings stay")]
    private partial void LogUnreadable(Exception fault);
}
