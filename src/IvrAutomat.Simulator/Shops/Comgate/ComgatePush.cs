using System.Net.Http.Json;

namespace IvrAutomat.Simulator.Shops.Comgate;

/// <summary>Notifies the shop of payments: to the address in its portal, again and again until it answers 200.</summary>
internal sealed class ComgatePush(TimeProvider time) : IDisposable
{
    private const int MostTimes = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private CancellationTokenSource _stop = new();
    private int _sending;

    /// <summary>Notifications on their way; those that wait for their next attempt do not count.</summary>
    public int Sending => Volatile.Read(ref _sending);

    /// <summary>Sends one; it is under way when this returns.</summary>
    public Task SendAsync(Uri address, IReadOnlyDictionary<string, string> fields, bool asJson)
    {
        Interlocked.Increment(ref _sending);
        return RepeatAsync(address, fields, asJson, _stop.Token);
    }

    /// <summary>Gives up what has not been taken yet.</summary>
    public void Forget()
    {
        _stop.Cancel();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _http.Dispose();
    }

    private async Task RepeatAsync(Uri address, IReadOnlyDictionary<string, string> fields, bool asJson, CancellationToken stop)
    {
        for (var times = 1; ; times++)
        {
            try
            {
                using HttpContent content = asJson ? JsonContent.Create(fields) : new FormUrlEncodedContent(fields);
                using var answer = await _http.PostAsync(address, content, stop);
                if ((int)answer.StatusCode == 200 || times == MostTimes)
                {
                    return;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }
            }
            finally
            {
                Interlocked.Decrement(ref _sending);
            }

            try
            {
                await Task.Delay(Pause, time, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            Interlocked.Increment(ref _sending);
        }
    }
}
