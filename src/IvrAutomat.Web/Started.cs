namespace IvrAutomat.Web;

/// <summary>Waits until the host takes requests: only then is its address known, and a stand-in of the simulator there.</summary>
internal static class Started
{
    /// <summary>Returns when the host has started; at once where there is none.</summary>
    /// <exception cref="OperationCanceledException">The host stops before it has started.</exception>
    public static async Task WaitAsync(IHostApplicationLifetime? lifetime, CancellationToken stopping)
    {
        if (lifetime is not null)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stopping);
        }
        else
        {
            await Task.Yield();
        }
    }
}
