using System.Diagnostics;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>The built product as a process that takes calls, on a SQLite file with the key beside it, until it is told to stop.</summary>
internal sealed class ServingProduct : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServingProduct(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServingProduct> StartAsync(string databaseFile, params string[] settings)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"), "serve", "--urls", "http://127.0.0.1:0", $"--Database:ConnectionString=Data Source={databaseFile}",
                $"--Simulator:AccountSid={StrangerPhone.AccountSid}", $"--Simulator:AuthToken={StrangerPhone.AuthToken}", "--Cases:ApologyList=false", .. settings,
            ])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Trim() is { } text && text.StartsWith("http://", StringComparison.Ordinal) && text.EndsWith("/phone", StringComparison.Ordinal))
            {
                listening.TrySetResult(new Uri(text[..^"phone".Length]));
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServingProduct(process, await listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    /// <summary>A phone with this number; null: withheld.</summary>
    public StrangerPhone Phone(string? from = null) => new(Address, from);

    /// <summary>Tells it to stop, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code, and how long it took from now.</returns>
    public async Task<(int ExitCode, TimeSpan After)> EndAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (_process.ExitCode, Stopwatch.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
