using System.CommandLine;
using System.Globalization;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Local;

namespace IvrAutomat.Web.Commands;

/// <summary>Lists as CSV what calls changed about orders, so that the shop can carry it over into its own list.</summary>
internal static class OrderChangesCommand
{
    public static Command Create()
    {
        var since = new Option<string?>("--since") { Description = "The id of the last change that you have; left out: all." };
        var command = new Command("changes", "Lists as CSV what calls changed about orders: cancelled, paid otherwise, returned.") { since };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(since), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, string? since, CancellationToken stop)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin(args));
            await AutomatHost.OpenAsync(app, stop);
            var zone = app.Services.GetRequiredService<ShopSettings>().Profile.TimeZone;
            if (await app.Services.GetRequiredService<PhoneChanges>().ListAsync(since, stop) is not { } changes)
            {
                await Console.Error.WriteLineAsync("There is no change of that id. Leave --since out to list all.");
                return 1;
            }

            Console.WriteLine(CsvLine.Of("id", "at", "number", "change", "what", "status", "payment", "paid", "pickup_until", "courier_on", "complaint"));
            foreach (var change in changes)
            {
                Console.WriteLine(LineOf(change, zone));
            }

            return 0;
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }

    private static string LineOf(PhoneChange change, TimeZoneInfo zone)
    {
        var order = change.Order;
        var at = TimeZoneInfo.ConvertTime(change.At, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return CsvLine.Of(
            change.Id, at, order.Number, change.Kind, CaseWords.Of(change.Wanted), $"{order.State}", $"{order.Payment}", order.IsPaid ? "yes" : "no",
            Day(order.PickUpUntil), Day(order.Return?.CourierOn), order.Complaint?.Number);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
