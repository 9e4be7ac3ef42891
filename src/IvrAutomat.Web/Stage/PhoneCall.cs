using IvrAutomat.Simulator.Phone;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IvrAutomat.Web.Stage;

/// <summary>One call from the terminal, in real time, against a server that runs or one that lives as long as the call.</summary>
internal static class PhoneCall
{
    /// <summary>Calls, or waits for calls, until the input or the call ends.</summary>
    /// <param name="from">E.164, or <c>withheld</c>.</param>
    /// <param name="agent">The agent whose phone it is; null for a caller's.</param>
    /// <param name="server">A server that runs; null to start one.</param>
    /// <param name="skips">Whether what is spoken is skipped once it is printed.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>0, or 1 when there is no such server or agent.</returns>
    public static async Task<int> RunAsync(string from, string? agent, Uri? server, bool skips, CancellationToken stop)
    {
        var use = new TerminalPhoneUse(from, agent, WaitsForTurn: Console.IsInputRedirected, skips);
        if (server is not null)
        {
            return await CallAsync(server, use, stop);
        }

        var folder = Directory.CreateTempSubdirectory("ivrautomat-phone-");
        try
        {
            await using var app = Build(Path.Combine(folder.FullName, "calls.db"));
            await AutomatHost.StartAsync(app, stop);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            var result = await CallAsync(new Uri(address), use, stop);
            await app.StopAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WebApplication Build(string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={database}",
        });
        builder.Logging.ClearProviders();
        return AutomatHost.Build(builder);
    }

    private static async Task<int> CallAsync(Uri server, TerminalPhoneUse use, CancellationToken stop)
    {
        using var phone = new TerminalPhone(server, use, Console.In, Console.Out);
        try
        {
            return await phone.RunAsync(stop) ? 0 : 1;
        }
        catch (HttpRequestException unreachable)
        {
            await Console.Error.WriteLineAsync($"The server does not answer: {unreachable.HttpRequestError}. Is it running with its simulator on?");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }
}
