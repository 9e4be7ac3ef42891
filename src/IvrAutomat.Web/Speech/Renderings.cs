using System.Collections.Concurrent;
using IvrAutomat.Web.Speech.Store;

namespace IvrAutomat.Web.Speech;

/// <summary>
/// Makes audio that is not there yet, each once however many ask for it. Those who ask may stop waiting; the work goes on, and the next one
/// finds it done. More than the processors can bear is not begun at all.
/// </summary>
internal sealed class Renderings(Synthesis synthesis, AudioNames names, AudioStore store, CallAudio calls) : IDisposable
{
    private const int MostWaiting = 64;

    private readonly ConcurrentDictionary<string, Task<string?>> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount));
    private int _waiting;

    /// <summary>How much is being made for calls now; what is made ahead is not in it.</summary>
    public int Busy => _running.Count;

    /// <summary>Whether an engine of ours speaks the language.</summary>
    public bool Speaks(string language) => synthesis.VoiceOf(language) is not null;

    /// <summary>Whether what everybody may hear is there.</summary>
    public bool Has(SpokenLine line) => names.Of(line) is { } name && store.Has(name);

    /// <summary>Where a line is served, below <see cref="AudioEndpoint.Path"/>; null when it cannot be made now.</summary>
    /// <param name="line">What is to be heard.</param>
    /// <param name="callId">The call to which it belongs alone; null when anybody may hear it.</param>
    public Task<string?> GetAsync(SpokenLine line, string? callId)
    {
        if (names.Of(line) is not { } name)
        {
            return Nothing;
        }

        // A sentence of a fixed prompt is the same for a caller who is named elsewhere in the turn.
        if (store.Has(name))
        {
            return Task.FromResult<string?>(name);
        }

        if (callId is null)
        {
            return Once(name, () => MakeAsync(line, content => store.SaveAsync(name, content), name));
        }

        var address = calls.AddressOf(callId, name);
        return calls.Has(callId, name)
            ? Task.FromResult<string?>(address)
            : Once(address, () => MakeAsync(line, content => calls.SaveAsync(callId, name, content), address));
    }

    /// <summary>Makes what everybody may hear while nobody waits for it.</summary>
    /// <returns>False when it could not be made.</returns>
    public async Task<bool> AheadAsync(SpokenLine line, CancellationToken cancellationToken)
        => names.Of(line) is { } name
            && await synthesis.RenderAsync(line, isAhead: true, cancellationToken) is { } content
            && await store.SaveAsync(name, content);

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private static Task<string?> Nothing { get; } = Task.FromResult<string?>(null);

    private Task<string?> Once(string address, Func<Task<string?>> make)
    {
        var made = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = _running.GetOrAdd(address, made.Task);
        if (running == made.Task)
        {
            _ = Task.Run(async () =>
            {
                try
                {
                    made.SetResult(await make());
                }
                catch (Exception failure)
                {
                    made.SetException(failure);
                }
                finally
                {
                    _running.TryRemove(address, out _);
                }
            });
        }

        return running;
    }

    private async Task<string?> MakeAsync(SpokenLine line, Func<byte[], Task<bool>> save, string address)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        await _turns.WaitAsync();
        try
        {
            return await synthesis.RenderAsync(line, isAhead: false, CancellationToken.None) is { } content && await save(content) ? address : null;
        }
        finally
        {
            _turns.Release();
            Interlocked.Decrement(ref _waiting);
        }
    }
}
