namespace IvrAutomat.Proof.Disk;

/// <summary>Asks the automat's own health as a load balancer does.</summary>
internal sealed class Watch(Uri product)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<string> _broken = [];

    /// <summary>What did not hold.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Waits until it says that it is ready.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ReadyAsync(CancellationToken cancellationToken)
    {
        var (took, said) = await UntilAsync(isReady: true, cancellationToken);
        if (said is not null)
        {
            _broken.Add($"there has been room for {Patience.TotalSeconds} s, and /health/ready says: {said}");
        }

        return took;
    }

    /// <summary>Waits until it says that it is not, and what to do.</summary>
    public async Task NotReadyAsync(CancellationToken cancellationToken)
    {
        var (_, said) = await UntilAsync(isReady: false, cancellationToken);
        if (said is null || !said.Contains("Make room", StringComparison.Ordinal))
        {
            _broken.Add($"nothing can be written, and /health/ready says: {said ?? "ready"}");
        }
    }

    // What it says while it is not ready; null while it is.
    private async Task<(TimeSpan Took, string? Said)> UntilAsync(bool isReady, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = product };
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var answer = await http.GetAsync("/health/ready", cancellationToken);
            var took = TimeProvider.System.GetElapsedTime(began);
            if (answer.IsSuccessStatusCode == isReady || took > Patience)
            {
                return (took, answer.IsSuccessStatusCode ? null : await answer.Content.ReadAsStringAsync(cancellationToken));
            }

            await Task.Delay(100, cancellationToken);
        }
    }
}
