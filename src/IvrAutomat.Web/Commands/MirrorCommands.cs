using System.CommandLine;
using System.Globalization;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace IvrAutomat.Web.Commands;

/// <summary>What is done with a shop on Upgates from outside a call: <c>orders fill</c>, <c>orders statuses</c>, <c>upgates connect</c>.</summary>
internal static class MirrorCommands
{
    /// <summary>Fetches the orders of the last months, as the first start does by itself.</summary>
    public static Command Fill() => Make(
        "fill", "Fetches the orders of the last months from Upgates; goes on where it was stopped.", needsAccount: true, FillAsync);

    /// <summary>Shows statuses that nobody has given a meaning.</summary>
    public static Command Statuses() => Make(
        "statuses", "Shows the shop's own statuses that have no meaning in statuses.yaml, and how many orders and callers met them.",
        needsAccount: false, StatusesAsync);

    /// <summary>Registers our address for messages at Upgates.</summary>
    public static Command Connect()
    {
        var connect = Make(
            "connect", "Tells Upgates where to send word of changed orders. Doing it again changes nothing.", needsAccount: true, ConnectAsync);
        return new Command("upgates", "The shop's account at Upgates.") { connect, UpgatesEditCommands.Point(), UpgatesEditCommands.Invoice() };
    }

    private static Command Make(string name, string description, bool needsAccount, Func<IServiceProvider, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], needsAccount, run, stop));
        return command;
    }

    /// <summary>Runs a command on a shop on Upgates, or says that there is none.</summary>
    internal static async Task<int> RunAsync(
        string[] args, bool needsAccount, Func<IServiceProvider, CancellationToken, Task<int>> run, CancellationToken stop)
    {
        try
        {
            var builder = AutomatHost.Begin(args);
            if (!string.IsNullOrWhiteSpace(builder.Configuration[$"{UpgatesOptions.Section}:{nameof(UpgatesOptions.ApiUrl)}"]))
            {
                // Nothing listens here, so the simulator's own systems cannot be reached: what is set is meant.
                builder.Configuration["Simulator:Enabled"] = "false";
            }

            await using var app = AutomatHost.Build(builder);
            var settings = app.Services.GetRequiredService<AutomatSettings>();
            if (settings.Shop.Source != ShopSource.Upgates)
            {
                await Console.Error.WriteLineAsync("This needs a shop on Upgates: set Shop:Source to Upgates.");
                return 1;
            }

            if (needsAccount && !settings.Systems.Upgates.IsSet)
            {
                await Console.Error.WriteLineAsync(
                    "This needs an account at Upgates: set Upgates:ApiUrl, Upgates:Login and Upgates:ApiKey. The made-up shop needs nothing: it is connected, "
                    + "and its orders are fetched, whenever the automat starts.");
                return 1;
            }

            await AutomatHost.OpenAsync(app, stop);
            return await run(app.Services, stop);
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }

    private static async Task<int> FillAsync(IServiceProvider services, CancellationToken stop)
    {
        var fill = services.GetRequiredService<MirrorFill>();
        var budget = services.GetRequiredService<UpgatesBudget>();
        string? why = null;
        var done = await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("orders");
                var progress = await fill.ProgressAsync(stop);
                while (!progress.IsDone && why is null)
                {
                    (progress, why) = await fill.StepAsync(stop);
                    task.MaxValue = Math.Max(1, progress.Pages);
                    task.Value = progress.Page - 1;
                }

                task.Value = progress.IsDone ? task.MaxValue : task.Value;
                return progress;
            });
        if (why is not null)
        {
            var left = budget.Left is { } requests ? $" The tariff has {requests} requests left in this hour." : string.Empty;
            await Console.Error.WriteLineAsync(
                $"Stopped at page {done.Page} of {Math.Max(done.Page, done.Pages)}: {why}.{left} Run the command again later, or let the automat go on by itself.");
            return 1;
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(stop);
        Console.WriteLine($"{await db.Mirror.CountAsync(row => !row.IsGone, stop)} orders are known.");
        return 0;
    }

    private static async Task<int> StatusesAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(stop);
        if (!await db.Mirror.AnyAsync(stop))
        {
            Console.WriteLine("No orders are known yet: start the automat, or run orders fill.");
            return 0;
        }

        var statuses = await services.GetRequiredService<ShopLists>().StatusesAsync(Urgency.Call, stop);
        var meanings = services.GetRequiredService<StatusFile>().Now;
        var orders = await db.Mirror.Where(row => !row.IsGone).GroupBy(row => new { row.StatusId, row.Status })
            .Select(group => new { group.Key.StatusId, group.Key.Status, Count = group.Count() }).ToListAsync(stop);
        var met = await db.MetStatuses.ToDictionaryAsync(row => row.StatusId, stop);
        var names = statuses.All.Where(status => status.Type == ShopStatuses.Custom).Select(status => (Id: (string?)status.Id, Name: (string?)status.Name))
            .Concat(orders.Where(each => statuses.Find(each.StatusId) is null).Select(each => (Id: each.StatusId, Name: each.Status)))
            .DistinctBy(status => status.Id).Where(status => meanings.Of(status.Id, status.Name) is null).ToList();
        var table = new Table().Border(TableBorder.Simple).AddColumns("status", "name", "orders", "asked by callers", "last");
        foreach (var (id, name) in names)
        {
            var seen = met.GetValueOrDefault(id ?? "-");
            table.AddRow(
                new Text(id ?? "none"), new Text(name ?? "none"), new Text($"{orders.Where(each => each.StatusId == id).Sum(each => each.Count)}"),
                new Text($"{seen?.Times ?? 0}"), new Text(seen?.At.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? string.Empty));
        }

        if (names.Count == 0)
        {
            Console.WriteLine("Every status of the shop has a meaning.");
            return 0;
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"Give each a meaning in {StatusFile.Name} of the prompts folder: {string.Join(", ", StatusMeanings.Known)}.");
        return 0;
    }

    private static async Task<int> ConnectAsync(IServiceProvider services, CancellationToken stop)
    {
        if (services.GetRequiredService<AutomatSettings>().PublicUrl is null)
        {
            await Console.Error.WriteLineAsync("PublicUrl is missing. Set it to the address under which Upgates reaches this program, for example https://ivr.example.cz.");
            return 1;
        }

        var fetched = await services.GetRequiredService<UpgatesWebhooks>().ConnectAsync(change: true, stop);
        if (fetched.Value is not { } states)
        {
            await Console.Error.WriteLineAsync($"Upgates could not be asked: {fetched.Why}. Check Upgates:ApiUrl, Upgates:Login and Upgates:ApiKey.");
            return 1;
        }

        foreach (var state in states)
        {
            Console.WriteLine(state.Standing == WebhookStanding.Connected ? $"{state.Event}: connected." : $"{state.Event}: not connected: {state.Why}.");
        }

        return states.TrueForAll(state => state.Standing == WebhookStanding.Connected) ? 0 : 1;
    }
}
