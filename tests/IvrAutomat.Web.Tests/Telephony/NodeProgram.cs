using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace IvrAutomat.Web.Tests.Telephony;

/// <summary>
/// Runs a program of <c>tests/conformance</c>. Where Node or its packages are missing the test is skipped with the remedy; in CI
/// (<c>CI=true</c>) it fails, so that the comparison is never left out unnoticed.
/// </summary>
internal static class NodeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string argument = "", string input = "")
    {
        var folder = ConformanceFolder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Missing("The npm packages are not there: run npm ci in tests/conformance.");
        }

        using var process = Start(folder, program, argument);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(string folder, string program, string argument)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo("node", argument.Length == 0 ? [program] : [program, argument])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Missing("Node is not on the path: install Node 20 or newer.");
            throw;
        }
    }

    private static void Missing(string remedy)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(remedy);
        }

        Assert.Skip(remedy);
    }

    private static string ConformanceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IvrAutomat.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "conformance");
    }
}
