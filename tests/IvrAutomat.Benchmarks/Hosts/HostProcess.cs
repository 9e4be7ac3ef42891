using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Threading.Channels;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>
/// One host in a process of its own, so that its processor time can be told from the callers'. It ends when its input closes, so none
/// outlives this run, however this run ends.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    // A host that first makes a million entries takes its time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int MostMessages = 20;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _messages = new();
    private readonly Channel<HostFigures> _figures = Channel.CreateUnbounded<HostFigures>();

    private HostProcess(Variant variant, Process process, Uri address)
    {
        (Variant, _process, Address) = (variant, process, address);

        // A pipe that nobody reads would stop the host at its next message.
        _ = Task.Run(ListenAsync);
    }

    /// <summary>What it serves.</summary>
    public Variant Variant { get; }

    /// <summary>Its identifier in the operating system.</summary>
    public int Id => _process.Id;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The first lines that it logged; empty as long as nothing went wrong in it.</summary>
    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>The processor time that it has used so far, in all its threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a host and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; what it said stands on standard error.</exception>
    public static async Task<HostProcess> StartAsync(Variant variant, string folder, CancellationToken cancellationToken)
    {
        var start = variant == Variant.Node ? NodeHost.Start(BareHost.UsualDocument()) : OurselvesAs(variant, folder);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"The host '{variant.Name}' could not be started.");
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            var line = await process.StandardOutput.ReadLineAsync(limit.Token);
            return Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp
                ? new HostProcess(variant, process, address)
                : throw new InvalidOperationException($"The host '{variant.Name}' did not start; it said: {line}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>What the host counts itself. It collects its garbage for that.</summary>
    public async Task<HostFigures> AskAsync(CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(HostFigures.Ask.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await _figures.Reader.ReadAsync(cancellationToken);
    }

    private static ProcessStartInfo OurselvesAs(Variant variant, string folder)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        }

        start.ArgumentList.Add(ServedHost.CommandName);
        start.ArgumentList.Add(variant.Name);
        start.ArgumentList.Add(folder);
        return start;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (HostFigures.Of(line) is { } figures)
            {
                _figures.Writer.TryWrite(figures);
            }
            else if (_messages.Count < MostMessages)
            {
                _messages.Enqueue(line);
            }
        }
    }
}
