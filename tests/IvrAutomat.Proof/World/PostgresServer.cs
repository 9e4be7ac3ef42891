using System.Diagnostics;
using Npgsql;

namespace IvrAutomat.Proof.World;

/// <summary>A PostgreSQL server of our own in a folder of its own, as Debian installs it. It can be killed, and comes back as a machine does after that.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder;
    private readonly string _programs;
    private readonly int _port;
    private Process? _server;

    private PostgresServer(DirectoryInfo folder, string programs, int port) => (_folder, _programs, _port) = (folder, programs, port);

    /// <summary>How it is reached.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=5;Command Timeout=5";

    /// <summary>The folder of its files.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Makes and starts it.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        const string Versions = "/usr/lib/postgresql";
        var programs = Directory.Exists(Versions)
            ? Directory.EnumerateDirectories(Versions).Select(version => Path.Combine(version, "bin")).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (programs is null)
        {
            throw new InvalidOperationException($"There is no PostgreSQL below {Versions}. Install it: apt-get install postgresql.");
        }

        var folder = Directory.CreateTempSubdirectory("ivrautomat-postgres-");
        var server = new PostgresServer(folder, programs, FreePort.Next());
        if (Environment.IsPrivilegedProcess)
        {
            // It refuses to run as root.
            await RunAsync("chown", ["postgres", folder.FullName], cancellationToken);
        }

        await server.RunAsOwnerAsync("initdb", ["-D", server.Data, "-A", "trust", "-U", "postgres", "--no-sync"], cancellationToken);
        await server.UpAsync(cancellationToken);
        return server;
    }

    /// <summary>Ends it as a power cut would and starts it again.</summary>
    /// <returns>How long it was away.</returns>
    public async Task<TimeSpan> KillAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        await DownAsync();
        await UpAsync(cancellationToken);
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>All that it holds, as SQL: what its files keep compressed is readable here.</summary>
    public Task<string> DumpAsync(CancellationToken cancellationToken)
        => RunAsync(Path.Combine(_programs, "pg_dump"), ["-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "postgres"], cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        _folder.Delete(recursive: true);
    }

    private async Task UpAsync(CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-D", Data, "-p", $"{_port}", "-k", _folder.FullName, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-c", "fsync=off",
        ];
        var began = TimeProvider.System.GetTimestamp();
        _server = Begin("postgres", arguments);
        while (true)
        {
            try
            {
                await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
                await using var command = source.CreateCommand("SELECT 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException) when (TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                if (_server.HasExited)
                {
                    // Children of the killed one still hold its shared memory: it comes up once they are gone.
                    _server.Dispose();
                    _server = Begin("postgres", arguments);
                }

                await Task.Delay(100, cancellationToken);
            }
        }
    }

    private async Task DownAsync()
    {
        if (_server is { HasExited: false } server)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        _server?.Dispose();
        _server = null;
    }

    private Process Begin(string program, IEnumerable<string> arguments)
    {
        var start = Owned(Path.Combine(_programs, program), arguments);
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private Task<string> RunAsOwnerAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = Owned(Path.Combine(_programs, program), arguments);
        return RunAsync(start.FileName, start.ArgumentList, cancellationToken);
    }

    private static ProcessStartInfo Owned(string program, IEnumerable<string> arguments)
    {
        string[] line = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        return new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await said;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(program)} failed: {errors}");
    }
}
