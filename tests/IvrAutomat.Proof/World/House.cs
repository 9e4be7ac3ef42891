namespace IvrAutomat.Proof.World;

/// <summary>Two instances of the product on one database. One of them may be killed at any moment; it is started again at once.</summary>
internal sealed class House : IAsyncDisposable
{
    /// <summary>How many instances there are.</summary>
    public const int Size = 2;

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly ProductProcess[] _instances;
    private readonly List<string> _said = [];
    private readonly int[] _ports;
    private readonly NginxProxy? _proxy;
    private readonly DirectoryInfo[] _folders;
    private readonly TimeSpan _forward;

    private House(IReadOnlyDictionary<string, string> settings, ProductProcess[] instances, int[] ports, NginxProxy? proxy, DirectoryInfo[] folders, TimeSpan forward)
        => (_settings, _instances, _ports, _proxy, _folders, _forward) = (settings, instances, ports, proxy, folders, forward);

    /// <summary>Starts both, one after the other: the first brings the database up to date.</summary>
    /// <param name="settings">Their settings.</param>
    /// <param name="behindNginx">Callers reach them by a proxy, which knows them by their ports.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="apart">Each works in a folder of its own with prompt files of its own, as on a machine of its own.</param>
    /// <param name="forward">How far their clocks are ahead of the machine's.</param>
    public static async Task<House> OpenAsync(
        IReadOnlyDictionary<string, string> settings, bool behindNginx, CancellationToken cancellationToken, bool apart = false, TimeSpan forward = default)
    {
        int[] ports = behindNginx ? [FreePort.Next(), FreePort.Next()] : [0, 0];
        var instances = new ProductProcess[Size];
        DirectoryInfo[] folders = apart ? [Machine(), Machine()] : [];
        for (var at = 0; at < Size; at++)
        {
            instances[at] = await ProductProcess.StartAsync(settings, cancellationToken, ports[at], folder: apart ? folders[at].FullName : null, forward: forward);
        }

        return new House(settings, instances, ports, behindNginx ? await NginxProxy.StartAsync(ports[0], ports[1], cancellationToken) : null, folders, forward);
    }

    /// <summary>Where callers reach an instance: it itself, while it is down where it listened; or the proxy, whichever instance that takes.</summary>
    public Uri At(int instance) => _proxy?.Address ?? DirectlyAt(instance);

    /// <summary>Where an instance itself listens, past any proxy.</summary>
    public Uri DirectlyAt(int instance) => Volatile.Read(ref _instances[instance]).Address;

    /// <summary>How many requests each instance answered behind the proxy, and how many neither did; null without a proxy.</summary>
    public async Task<(int First, int Second, int Nobody)?> CountAsync(CancellationToken cancellationToken)
        => _proxy is null ? null : await _proxy.CountAsync(_ports[0], _ports[1], cancellationToken);

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
        Volatile.Write(ref _instances[instance], await ProductProcess.StartAsync(
            _settings, cancellationToken, _ports[instance], folder: _folders.Length == 0 ? null : _folders[instance].FullName, forward: _forward));
        await dead.DisposeAsync();
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        Array.ForEach(_folders, folder => folder.Delete(recursive: true));
    }

    private static DirectoryInfo Machine()
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-machine-");
        SourceTree.CopyPrompts(Path.Combine(folder.FullName, "prompts"));
        return folder;
    }
}
