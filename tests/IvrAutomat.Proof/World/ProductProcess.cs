using System.Diagnostics;

namespace IvrAutomat.Proof.World;

/// <summary>The built product, serving in a process of its own that can be killed.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _lines = [];

    private ProductProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address => _listening.Task.Result;

    /// <summary>Its identifier in the operating system.</summary>
    public int Id => _process.Id;

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
    /// <param name="settings">Its settings, by their path; the environment is Development unless they name another.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="port">Where it is to listen; 0 for any port that is free.</param>
    /// <param name="launcher">The program and its words through which it is started; nothing unless given.</param>
    /// <param name="folder">Where it works; the root of the sources unless given.</param>
    /// <param name="forward">How far its clock is ahead of the machine's.</param>
    /// <exception cref="InvalidOperationException">It does not listen within three minutes; the message holds what it said.</exception>
    public static async Task<ProductProcess> StartAsync(
        IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, int port = 0, IReadOnlyList<string>? launcher = null,
        string? folder = null, TimeSpan forward = default)
    {
        string[] program = forward == TimeSpan.Zero ? ["IvrAutomat.Web.dll", "serve"] : ["IvrAutomat.Proof.dll", ServeCommand.Name, $"{forward.Ticks}"];
        string[] line = [.. launcher ?? [], "dotnet", Path.Combine(AppContext.BaseDirectory, program[0]), .. program[1..], "--urls", $"http://127.0.0.1:{port}"];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = folder ?? SourceTree.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (path, value) in settings)
        {
            start.Environment[path.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var product = new ProductProcess(Process.Start(start) ?? throw new InvalidOperationException("The product could not be started."));
        product._process.OutputDataReceived += (_, line) => product.Read(line.Data);
        product._process.ErrorDataReceived += (_, line) => product.Read(line.Data);
        product._process.BeginOutputReadLine();
        product._process.BeginErrorReadLine();
        try
        {
            var ended = product._process.WaitForExitAsync(cancellationToken);
            await Task.WhenAny(product._listening.Task, ended).WaitAsync(Patience, cancellationToken);
            return product._listening.Task.IsCompleted ? product : throw new TimeoutException();
        }
        catch (Exception failure)
        {
            await product.DisposeAsync();
            throw failure is TimeoutException ? new InvalidOperationException($"The product does not listen: {product.Output}") : failure;
        }
    }

    /// <summary>Ends it as a power cut would: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
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

        // The framework's own line or the product's greeting, whichever comes first. No expression with a time-out: this machine may be starved.
        const string Local = "http://127.0.0.1:";
        if (line.IndexOf(Local, StringComparison.Ordinal) is >= 0 and var at)
        {
            var port = string.Concat(line.Skip(at + Local.Length).TakeWhile(char.IsAsciiDigit));
            _listening.TrySetResult(new Uri(Local + port));
        }
    }
}
