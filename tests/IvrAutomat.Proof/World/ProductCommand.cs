using System.Diagnostics;

namespace IvrAutomat.Proof.World;

/// <summary>A command of the built product, as an operator runs it beside the automat.</summary>
internal static class ProductCommand
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">The command and its words.</param>
    /// <param name="settings">The automat's settings, by their path.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="launcher">The program and its words through which it is started; nothing unless given.</param>
    /// <returns>Its exit code, and all that it printed.</returns>
    public static async Task<(int Code, string Said)> RunAsync(
        string[] arguments, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, IReadOnlyList<string>? launcher = null)
    {
        string[] line = [.. launcher ?? [], "dotnet", Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = SourceTree.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (path, value) in settings)
        {
            start.Environment[path.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, said + await errors);
    }
}
