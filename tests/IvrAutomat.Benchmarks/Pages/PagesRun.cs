using System.CommandLine;
using System.Globalization;
using IvrAutomat.Benchmarks.Report;
using IvrAutomat.Web;
using IvrAutomat.Web.Agents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Benchmarks.Pages;

/// <summary>
/// Measures how long a change takes until every open desk shows it: from the colleague's change to the last page that has fetched the part
/// anew. Pages and product share the machine and this process.
/// </summary>
internal static class PagesRun
{
    private const string Agent = "Jana";
    private const double MostMilliseconds = 1_000;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(600);

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var pages = new Option<int>("--pages") { Description = "Open desks.", DefaultValueFactory = _ => 50 };
        var changes = new Option<int>("--changes") { Description = "Changes.", DefaultValueFactory = _ => 40 };
        var command = new Command("pages", "Measures how soon a change is on every open desk.") { pages, changes };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(pages), parsed.GetValue(changes), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int pages, int changes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivr-pages-");
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            await using var product = await StartAsync(folder.FullName, cancellationToken);
            var states = product.Services.GetRequiredService<AgentStates>();
            using var desks = await OpenDesks.OpenAsync(new Uri(product.Urls.First()), pages, cancellationToken);
            var slowest = new List<double>();
            for (var change = 0; change < changes; change++)
            {
                await Task.Delay(Between, cancellationToken);
                var shown = desks.NextAsync();
                var began = TimeProvider.System.GetTimestamp();
                await (change % 2 == 0 ? states.SetAwayAsync(Agent, "break", cancellationToken) : states.SetReadyAsync(Agent, cancellationToken));
                await shown.WaitAsync(cancellationToken);
                slowest.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }

            slowest.Sort();
            Console.WriteLine(TextTable.Of(
                ["a change on every desk", "desks", "changes", "median ms", "slowest ms"],
                [["from the change to the last page", $"{pages}", $"{changes}", Number(slowest[slowest.Count / 2]), Number(slowest[^1])]]));
            return slowest[^1] < MostMilliseconds ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Number(double milliseconds) => milliseconds.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<WebApplication> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "calls.db")}",
            ["Prompts:Folder"] = Repository.Prompts,
        });
        builder.Logging.ClearProviders();
        var product = AutomatHost.Build(builder);
        await AutomatHost.StartAsync(product, cancellationToken);
        return product;
    }
}
