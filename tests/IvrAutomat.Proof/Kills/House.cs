using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Kills;

/// <summary>Two instances of the product on one database. One of them may be killed at any moment; it is started again at once.</summary>
internal sealed class House : IAsyncDisposable
{
    /// <summary>How many instances there are.</summary>
    public const int Size = 2;

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly ProductProcess[] _instances;
    private readonly List<string> _said = [];

    private House(IReadOnlyDictionary<string, string> settings, ProductProcess[] instances) => (_settings, _instances) = (settings, instances);

    /// <summary>Starts both, one after the other: the first brings the database up to date.</summary>
    public static async Task<House> OpenAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var instances = new ProductProcess[Size];
        for (var at = 0; at < Size; at++)
        {
            instances[at] = await ProductProcess.StartAsync(settings, cancellationToken);
        }

        return new House(settings, instances);
    }

    /// <summary>Where an instance listens; while it is down, where it listened.</summary>
    public Uri At(int instance) => Volatile.Read(ref _instances[instance]).Address;

    /// <summary>All that the instances have said, the dead ones first.</summary>
    public string Said => string.Join('\n', _said.Concat(_instances.Select(instance => instance.Output)));

    /// <summary>Kills an instance and starts the next one in its place.</summary>
    /// <returns>How long nobody answered there.</returns>
    public async Task<TimeSpan> KillAsync(int instance, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var dead = _instances[instance];
        await dead.KillAsync();
        _said.Add(dead.Output);
        Volatile.Write(ref _instances[instance], await ProductProcess.StartAsync(_settings, cancellationToken));
        await dead.DisposeAsync();
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }
    }
}
