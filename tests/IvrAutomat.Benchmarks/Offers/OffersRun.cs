using System.CommandLine;
using System.Globalization;
using IvrAutomat.Benchmarks.Report;
using IvrAutomat.Queue;
using IvrAutomat.Web;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Benchmarks.Offers;

/// <summary>
/// Measures how soon the carrier is asked to ring an agent who becomes free, while many wait; then has all agents become free at once with a
/// carrier that begins one call in each interval, and looks whether the order holds and no offer ends because its phone has not rung yet.
/// </summary>
internal static class OffersRun
{
    private const double MostMilliseconds = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var waiting = new Option<int>("--waiting") { Description = "Callers who wait.", DefaultValueFactory = _ => 500 };
        var agents = new Option<int>("--agents") { Description = "Agents, at most 99.", DefaultValueFactory = _ => 50 };
        var events = new Option<int>("--events") { Description = "How often an agent becomes free.", DefaultValueFactory = _ => 300 };
        var pace = new Option<double>("--pace") { Description = "Seconds between two calls that the carrier begins.", DefaultValueFactory = _ => 1 };
        var command = new Command("offers", "Measures how soon an agent who becomes free is rung.") { waiting, agents, events, pace };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(waiting), parsed.GetValue(agents), parsed.GetValue(events), TimeSpan.FromSeconds(parsed.GetValue(pace)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int waiting, int agents, int events, TimeSpan pace, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivr-offers-");
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            await using var carrier = await AskedCarrier.StartAsync(cancellationToken);
            await using var product = await StartAsync(folder.FullName, carrier.Url, agents, cancellationToken);
            await WaitingCrowd.GatherAsync(product.Services, waiting, agents, cancellationToken);
            var (soon, worked) = await SoonAsync(product.Services, carrier, agents, events, cancellationToken);
            Console.WriteLine(TextTable.Of(
                ["from free to the carrier's being asked", "waiting", "agents", "events", "p50 ms", "p99 ms", "most ms", "processor ms an event"],
                [["one agent becomes free", $"{waiting}", $"{agents}", $"{events}", At(soon, 0.5), At(soon, 0.99), At(soon, 1), (worked / events).ToString("N1", CultureInfo.InvariantCulture)]]));
            var (disorder, expired) = await AtOnceAsync(product.Services, carrier, agents, pace, cancellationToken);
            Console.WriteLine(TextTable.Of(
                ["all agents become free at once", "agents", "seconds a call", "asked out of order", "offers ended before they rang"],
                [["as the carrier begins them", $"{agents}", pace.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture), $"{disorder}", $"{expired}"]]));
            return soon[(int)(soon.Count * 0.99) - 1] < MostMilliseconds && disorder == 0 && expired == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // One agent after the other becomes free, is rung, and is away again: so the queue stays as long as it was.
    private static async Task<(List<double> Took, double Worked)> SoonAsync(IServiceProvider services, AskedCarrier carrier, int agents, int events, CancellationToken cancellationToken)
    {
        var states = services.GetRequiredService<AgentStates>();
        var offers = services.GetRequiredService<OfferBook>();
        var took = new List<double>(events);
        var worked = TimeSpan.Zero;
        for (var each = -agents; each < events; each++)
        {
            var agent = (each + agents) % agents;
            worked = each == 0 ? Environment.CpuUsage.TotalTime : worked;
            var asked = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            void Heard(string to, long at)
            {
                if (to == WaitingCrowd.NumberOf(agent))
                {
                    asked.TrySetResult(at);
                }
            }

            carrier.Asked += Heard;
            var began = TimeProvider.System.GetTimestamp();
            await states.SetReadyAsync(WaitingCrowd.NameOf(agent), cancellationToken);
            var at = await asked.Task.WaitAsync(Patience, cancellationToken);
            carrier.Asked -= Heard;

            // The first round warms up.
            if (each >= 0)
            {
                took.Add(TimeProvider.System.GetElapsedTime(began, at).TotalMilliseconds);
            }

            await states.SetAwayAsync(WaitingCrowd.NameOf(agent), "break", cancellationToken);
            foreach (var open in await OpenAsync(services, cancellationToken))
            {
                await offers.EndAsync(open.Id, OfferEnd.Withdrawn, hangUp: false, cancellationToken);
            }
        }

        took.Sort();
        return (took, (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
    }

    private static async Task<(int Disorder, int Expired)> AtOnceAsync(
        IServiceProvider services, AskedCarrier carrier, int agents, TimeSpan pace, CancellationToken cancellationToken)
    {
        var states = services.GetRequiredService<AgentStates>();
        var before = carrier.Calls.Count;
        await Task.WhenAll(Enumerable.Range(0, agents).Select(agent => states.SetReadyAsync(WaitingCrowd.NameOf(agent), cancellationToken)));
        var places = new List<int>();
        for (var begun = 0; begun < agents; begun++)
        {
            while (carrier.Calls.Count <= before + begun)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            }

            var (sid, to, _) = carrier.Calls.ElementAt(before + begun);
            var offer = (await OpenAsync(services, cancellationToken)).Find(each => WaitingCrowd.NumberOf(AgentOf(each)) == to);
            if (offer is not null && carrier.Ring(sid) is not null)
            {
                places.Add(WaitingCrowd.PlaceOf(offer.TransferId));
                await services.GetRequiredService<AgentLegs>().RingsLaterAsync(offer.Id, cancellationToken);
            }

            await Task.Delay(pace, cancellationToken);
        }

        return (places.Zip(places.Skip(1)).Count(pair => pair.Second < pair.First), agents - places.Count);
    }

    private static int AgentOf(OfferRow offer) => int.Parse(offer.Agent.Split(' ')[1], CultureInfo.InvariantCulture);

    private static async Task<List<OfferRow>> OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(cancellationToken);
        return await db.Offers.AsNoTracking().Where(offer => offer.EndedAt == null).ToListAsync(cancellationToken);
    }

    private static string At(List<double> sorted, double share)
        => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)].ToString("N1", CultureInfo.InvariantCulture);

    private static async Task<WebApplication> StartAsync(string folder, string carrier, int agents, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        var settings = new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "calls.db")}",
            ["Prompts:Folder"] = Repository.Prompts,
            ["Simulator:Enabled"] = "false",
            ["Twilio:ApiUrl"] = carrier,
            ["Twilio:AccountSid"] = Callers.Carrier.AccountSid,
            ["Twilio:AuthToken"] = Callers.Carrier.AuthToken,
            ["Twilio:From"] = "+420800123456",
        };
        for (var agent = 0; agent < agents; agent++)
        {
            settings[$"Agents:{agent}:Name"] = WaitingCrowd.NameOf(agent);
            settings[$"Agents:{agent}:Number"] = WaitingCrowd.NumberOf(agent);
        }

        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        var product = AutomatHost.Build(builder);
        await AutomatHost.StartAsync(product, cancellationToken);
        return product;
    }
}
