using System.Diagnostics;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>The built product as a process, as an operator starts it.</summary>
internal static class Product
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs in the repository's folder until it ends by itself.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string environment, params string[] arguments)
        => RunInAsync(Repository.Root, environment, arguments);

    /// <summary>Runs in a folder until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunInAsync(string folder, string environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
