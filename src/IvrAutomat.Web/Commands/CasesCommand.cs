using System.CommandLine;
using System.Globalization;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace IvrAutomat.Web.Commands;

/// <summary>
/// Lists and closes what people owe. It shows phone numbers and callers' words, because that is what a person needs: run it only where the
/// shop's people may see them. What it shows is in the language of those people.
/// </summary>
internal static class CasesCommand
{
    public static Command Create()
    {
        var list = new Command("cases", "Lists the open cases: who is to be called, why, by when, and who does it.") { TreatUnmatchedTokensAsErrors = false };
        list.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], close: null, stop));
        var number = new Argument<string>("number") { Description = "The case's six digits." };
        var close = new Command("close", "Closes a case that is done.") { number };
        close.TreatUnmatchedTokensAsErrors = false;
        close.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetRequiredValue(number), stop));
        list.Add(close);
        return list;
    }

    private static async Task<int> RunAsync(string[] args, string? close, CancellationToken stop)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin(args));
            await AutomatHost.OpenAsync(app, stop);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(stop);
            return close is null ? await ListAsync(app.Services, db, stop) : await CloseAsync(app.Services, db, close, stop);
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }

    private static async Task<int> ListAsync(IServiceProvider services, AutomatDb db, CancellationToken stop)
    {
        var secrets = services.GetRequiredService<Secrets>();
        var zone = services.GetRequiredService<ShopSettings>().Profile.TimeZone;
        var numbers = await db.Orders.ToDictionaryAsync(order => order.Id, order => order.Number, stop);
        var table = new Table().Border(TableBorder.Simple).AddColumns("případ", "do", "kdo", "co", "proč", "objednávka", "zavolat", "podrobnosti");
        foreach (var row in await db.Cases.Where(row => row.ClosedAt == null).OrderBy(row => row.DueAt).ToListAsync(stop))
        {
            table.AddRow(
                new Text(row.Number), new Text(TimeZoneInfo.ConvertTime(row.DueAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                new Text(row.Owner), new Text(CaseWords.OfKind(row.Kind)), new Text(CaseWords.OfReason(row.Reason)),
                new Text(row.OrderId is { } id ? numbers.GetValueOrDefault(id, id) : "neověřená"),
                new Text(HeldPhone.Read(secrets, row.Contact)?.Value ?? "bez čísla"),
                new Text(string.Join(Environment.NewLine, CaseDetails.Read(secrets, row.Details).Select(CaseWords.OfDetail))));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<int> CloseAsync(IServiceProvider services, AutomatDb db, string number, CancellationToken stop)
    {
        DateTimeOffset? now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var closed = await db.Cases.Where(row => row.Number == number && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, now), stop);
        if (closed == 0)
        {
            await Console.Error.WriteLineAsync("There is no open case of that number.");
            return 1;
        }

        Console.WriteLine("The case is closed.");
        return 0;
    }
}
