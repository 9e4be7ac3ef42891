using System.CommandLine;
using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Web;
using Microsoft.AspNetCore.Builder;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>The child's side: serves one variant, says where, and ends when its input closes.</summary>
internal static class ServedHost
{
    /// <summary>The command that a run starts its children with.</summary>
    public const string CommandName = "serve";

    /// <summary>The command; not meant for people.</summary>
    public static Command Command()
    {
        var name = new Argument<string>("variant");
        var folder = new Argument<string>("folder");
        var command = new Command(CommandName, "Serves one variant.") { Hidden = true };
        command.Add(name);
        command.Add(folder);
        command.SetAction((parsed, cancellationToken) => ServeAsync(
            Variant.Everything.Single(variant => variant.Name == parsed.GetValue(name)), parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task ServeAsync(Variant variant, string folder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = [.. Settings(variant, folder), "--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = folder });
        if (variant.NeedsPostgres)
        {
            await PostgresDatabase.CreateAsync(cancellationToken);
        }

        WebApplication app;
        if (variant.Durability is null)
        {
            app = BareHost.Build(builder, variant);
            await app.StartAsync(cancellationToken);
        }
        else
        {
            app = AutomatHost.Build(builder);
            if (variant.PastCalls > 0)
            {
                // Before the workers run: one transaction holds all of it.
                await AutomatHost.OpenAsync(app, cancellationToken);
                await PastCalls.WriteAsync(app.Services, variant.PastCalls, cancellationToken);
            }

            await AutomatHost.StartAsync(app, cancellationToken);
        }

        await using (app)
        {
            await Console.Out.WriteLineAsync(app.Urls.First());
            using var counting = HostFigures.Count();
            while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line == HostFigures.Ask)
                {
                    await Console.Out.WriteLineAsync(HostFigures.Line());
                }
            }

            await app.StopAsync(CancellationToken.None);
        }

        if (variant.NeedsPostgres)
        {
            await PostgresDatabase.DropAsync();
        }
    }

    /// <summary>What a variant that keeps calls is told: as in production, with the demo's orders. Information is not logged, because only some variants would.</summary>
    public static string[] Settings(Variant variant, string folder) =>
    [
        "--environment=Production",
        "--urls=http://127.0.0.1:0",
        "--Logging:LogLevel:Default=Warning",

        // The first look at an empty PostgreSQL for a table that is not there yet.
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Critical",

        // Nobody is at the carrier's address, so no agent can be rung.
        "--Logging:LogLevel:IvrAutomat.Web.Telephony.TwilioApi=Error",
        $"--PublicUrl={Carrier.PublicUrl}",
        $"--Twilio:AccountSid={Carrier.AccountSid}",
        "--Twilio:From=+420800123456",
        "--Twilio:ApiUrl=http://127.0.0.1:9",
        $"--Twilio:AuthToken={Carrier.AuthToken}",
        $"--Shop:Line={Carrier.Line}",
        "--Shop:HumanNumber=+420602000001",
        $"--Prompts:Folder={Repository.Prompts}",
        .. Kept(variant, folder),
    ];

    private static string[] Kept(Variant variant, string folder) => variant.NeedsPostgres
        ? ["--Database:Provider=PostgreSql", $"--Database:ConnectionString={PostgresDatabase.ConnectionString}", $"--Secrets:Key={Convert.ToBase64String(new byte[32])}"]
        : [$"--Database:ConnectionString=Data Source={Path.Combine(folder, $"{variant.Durability}-{variant.PastCalls}.db")}", $"--Database:Durability={variant.Durability}"];
}
