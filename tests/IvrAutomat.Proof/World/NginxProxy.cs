using System.Diagnostics;
using System.Net.Sockets;

namespace IvrAutomat.Proof.World;

/// <summary>
/// A real nginx before two instances, with the configuration that is shipped. Only addresses are put in and the certificate is left out: the
/// callers here speak HTTP.
/// </summary>
internal sealed class NginxProxy : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private NginxProxy(DirectoryInfo folder, Process process, int port) => (_folder, _process, Address) = (folder, process, new Uri($"http://127.0.0.1:{port}"));

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>True where it is installed.</summary>
    public static bool IsInstalled => Program is not null;

    private static string? Program { get; } = Array.Find(["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"], File.Exists);

    /// <summary>Starts it before two instances on this machine, which need not listen yet.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or does not start; the message says what it said.</exception>
    public static async Task<NginxProxy> StartAsync(int first, int second, CancellationToken cancellationToken)
    {
        var program = Program ?? throw new InvalidOperationException("There is no nginx. Install it: apt-get install nginx-light.");
        var folder = Directory.CreateTempSubdirectory("ivrautomat-nginx-");
        var port = FreePort.Next();
        var shipped = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "src", "IvrAutomat.Web", "Deploy", "nginx.conf"), cancellationToken);
        var server = string.Join('\n', shipped.Split('\n').Where(line => !line.TrimStart().StartsWith("ssl_certificate", StringComparison.Ordinal)))
            .Replace("127.0.0.1:5080", $"127.0.0.1:{first}", StringComparison.Ordinal)
            .Replace("127.0.0.1:5081", $"127.0.0.1:{second}", StringComparison.Ordinal)
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal);
        var at = folder.FullName;
        var user = Environment.IsPrivilegedProcess ? "user root;" : string.Empty;
        await File.WriteAllTextAsync(
            Path.Combine(at, "nginx.conf"),
            $$"""
            {{user}}
            daemon off;
            pid {{at}}/pid;
            error_log {{at}}/error.log warn;
            events { worker_connections 1024; }
            http {
              log_format who "$upstream_addr $status";
              access_log {{at}}/access.log who;
              client_body_temp_path {{at}}/body;
              proxy_temp_path {{at}}/proxy;
              fastcgi_temp_path {{at}}/fastcgi;
              uwsgi_temp_path {{at}}/uwsgi;
              scgi_temp_path {{at}}/scgi;
            {{server}}
            }
            """,
            cancellationToken);
        var process = Process.Start(new ProcessStartInfo(program, ["-p", at, "-c", Path.Combine(at, "nginx.conf"), "-e", Path.Combine(at, "error.log")]) { UseShellExecute = false })!;
        var proxy = new NginxProxy(folder, process, port);
        try
        {
            await proxy.ListensAsync(port, cancellationToken);
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many requests an instance answered, by its port, and how many were answered by nobody.</summary>
    public async Task<(int First, int Second, int Nobody)> CountAsync(int first, int second, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "access.log"), cancellationToken);
        return (lines.Count(line => By(line, first)), lines.Count(line => By(line, second)), lines.Count(line => line.Split(' ')[^1].StartsWith('5')));

        // Where two were tried, both are named; the last one answered.
        static bool By(string line, int port) => line.Split(' ') is [.., var last, var status] && last.EndsWith($":{port}", StringComparison.Ordinal) && !status.StartsWith('5');
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ListensAsync(int port, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, cancellationToken);
                return;
            }
            catch (SocketException) when (!_process.HasExited && TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(50, cancellationToken);
            }
            catch (SocketException refused)
            {
                var log = Path.Combine(_folder.FullName, "error.log");
                throw new InvalidOperationException($"nginx does not listen: {(File.Exists(log) ? await File.ReadAllTextAsync(log, cancellationToken) : "it said nothing")}", refused);
            }
        }
    }
}
