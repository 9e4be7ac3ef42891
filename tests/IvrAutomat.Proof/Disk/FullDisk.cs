using System.Diagnostics;

namespace IvrAutomat.Proof.Disk;

/// <summary>
/// A disk that can be full and have room again. The real thing is a small disk of its own in memory, filled to the last byte, which only who may
/// mount can make. Elsewhere no file of the product may be written by a limit of the system (RLIMIT_FSIZE): the same failing writes with another
/// error number, and free bytes that are told all the same.
/// </summary>
internal abstract class FullDisk : IAsyncDisposable
{
    /// <summary>A folder on it.</summary>
    public abstract string Folder { get; }

    /// <summary>What it is, for the report.</summary>
    public abstract string Kind { get; }

    /// <summary>What a program is started through, so that it can meet a full disk as it would in life.</summary>
    public virtual IReadOnlyList<string> Launcher => [];

    /// <summary>What a program is started through that is to meet a full disk from its first moment.</summary>
    public virtual IReadOnlyList<string> LauncherWhenFull => [];

    /// <summary>Makes one.</summary>
    /// <param name="byLimit">By a limit also where a disk could be mounted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FullDisk> MakeAsync(bool byLimit, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-disk-");
        var isMounted = !byLimit && Environment.IsPrivilegedProcess
            && await RunAsync("mount", ["-t", "tmpfs", "-o", $"size={MountedDisk.Megabytes}m", "ivrautomat-proof", folder.FullName], cancellationToken) == 0;
        return isMounted ? new MountedDisk(folder) : new LimitedFiles(folder);
    }

    /// <summary>From now on nothing can be written.</summary>
    /// <param name="product">The process that writes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task FillAsync(int product, CancellationToken cancellationToken);

    /// <summary>From now on there is room.</summary>
    /// <param name="product">The process that writes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task FreeAsync(int product, CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    private static async Task<int> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    private sealed class MountedDisk(DirectoryInfo folder) : FullDisk
    {
        public const int Megabytes = 64;

        private readonly string _ballast = Path.Combine(folder.FullName, "ballast");

        public override string Folder => folder.FullName;

        public override string Kind => $"a disk of {Megabytes} MB, filled to the last byte";

        public override async Task FillAsync(int product, CancellationToken cancellationToken)
        {
            // A page at a time, unbuffered: what is written last fits exactly.
            await using var file = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            var block = new byte[1024 * 1024];
            for (var size = block.Length; size > 0;)
            {
                try
                {
                    await file.WriteAsync(block.AsMemory(0, size), cancellationToken);
                }
                catch (IOException)
                {
                    size /= 2;
                }
            }
        }

        public override Task FreeAsync(int product, CancellationToken cancellationToken)
        {
            File.Delete(_ballast);
            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            await RunAsync("umount", ["--lazy", folder.FullName], CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private sealed class LimitedFiles(DirectoryInfo folder) : FullDisk
    {
        // The system ends a process that writes beyond its limit, unless that signal is ignored; then the write fails.
        private const string Ignoring = "trap '' XFSZ; exec \"$@\"";

        public override string Folder => folder.FullName;

        public override string Kind => "a limit on the process's files (no disk is mounted)";

        public override IReadOnlyList<string> Launcher => ["sh", "-c", Ignoring, "sh"];

        // What the runtime compiles would be a file to this limit.
        public override IReadOnlyList<string> LauncherWhenFull => ["sh", "-c", $"ulimit -f 0; export DOTNET_EnableWriteXorExecute=0; {Ignoring}", "sh"];

        public override Task FillAsync(int product, CancellationToken cancellationToken) => LimitAsync(product, "0:unlimited", cancellationToken);

        public override Task FreeAsync(int product, CancellationToken cancellationToken) => LimitAsync(product, "unlimited:unlimited", cancellationToken);

        public override ValueTask DisposeAsync()
        {
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        private static async Task LimitAsync(int product, string limit, CancellationToken cancellationToken)
        {
            if (await RunAsync("prlimit", ["--pid", $"{product}", $"--fsize={limit}"], cancellationToken) != 0)
            {
                throw new InvalidOperationException("The size of the product's files could not be limited: prlimit (Debian: util-linux) failed.");
            }
        }
    }
}
