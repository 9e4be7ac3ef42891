using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Tests.Conventions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>A house with a voice of its own; and what it has rendered ahead, made once for all tests that begin with it.</summary>
public sealed class RenderedVoice : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ivrautomat-voice-").FullName;
    private readonly SemaphoreSlim _alone = new(1);
    private AheadProgress? _made;

    /// <summary>The folder of all audio, and what rendering it came to.</summary>
    internal async Task<(string Audio, AheadProgress Progress)> RenderAsync()
    {
        await _alone.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_made is null)
            {
                await using var house = await OpenAsync(_folder, "EspeakNg");
                _made = await AheadAsync(house);
            }

            return (Path.Combine(_folder, "audio"), _made);
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Opens a house whose prompts and audio lie in this folder.</summary>
    internal static Task<ScriptHouse> OpenAsync(string folder, string engine, string? program = null, string? documents = null, ILoggerProvider? logTo = null)
    {
        var prompts = Path.Combine(folder, "prompts");
        if (!Directory.Exists(prompts))
        {
            // One language is enough to be rendered.
            foreach (var file in Directory.EnumerateFiles(Repository.At("prompts", "cs")))
            {
                var copy = Path.Combine(prompts, Path.GetRelativePath(Repository.At("prompts"), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        return ScriptHouse.OpenAsync(
            new Dictionary<string, string?>
            {
                ["Speech:Engine"] = engine,
                ["Speech:Folder"] = Path.Combine(folder, "audio"),
                ["Speech:EspeakNgProgram"] = program ?? "espeak-ng",
                ["Speech:RenderAtOnce"] = "2",
                ["Prompts:Folder"] = prompts,
                ["Secrets:Key"] = Convert.ToBase64String(new byte[32]),
            },
            documents,
            logTo,
            TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until everything is rendered.</summary>
    internal static async Task<AheadProgress> AheadAsync(ScriptHouse house)
    {
        var ahead = house.Services.GetRequiredService<RenderAhead>();
        await UntilAsync(() => ahead.Progress.IsOver);
        return ahead.Progress;
    }

    /// <summary>Waits, for minutes at most.</summary>
    internal static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    /// <summary>Waits, for minutes at most.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _alone.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
