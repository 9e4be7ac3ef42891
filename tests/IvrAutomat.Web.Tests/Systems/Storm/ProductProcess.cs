using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IvrAutomat.Web.Tests.Systems.Storm;

/// <summary>The built product, serving in a process of its own that can be killed.</summary>
internal sealed partial class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _lines = [];

    private ProductProcess(Process process) => _process = process;

    /// <summary>All that it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join(Environment.NewLine, _lines);
            }
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="settings">Its settings, by their path.</param>
    public static async Task<ProductProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"), "serve", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Conventions.Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (path, value) in settings.Append(new("ASPNETCORE_ENVIRONMENT", "Development")))
        {
            start.Environment[path.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var product = new ProductProcess(Process.Start(start)!);
        product._process.OutputDataReceived += (_, line) => product.Read(line.Data);
        product._process.ErrorDataReceived += (_, line) => product.Read(line.Data);
        product._process.BeginOutputReadLine();
        product._process.BeginErrorReadLine();
        try
        {
            await product._listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            await product.DisposeAsync();
            Assert.Fail($"The product does not listen: {product.Output}");
        }

        return product;
    }

    /// <summary>Ends it as a power cut would: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
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

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        if (Listening().IsMatch(line))
        {
            _listening.TrySetResult();
        }
    }

    [GeneratedRegex("is listening|/phone", RegexOptions.None, 1000)]
    private static partial Regex Listening();
}
