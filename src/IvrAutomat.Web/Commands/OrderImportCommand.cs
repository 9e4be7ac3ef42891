using System.CommandLine;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Local;

namespace IvrAutomat.Web.Commands;

/// <summary>Imports a file of orders into a local shop. Exit code 0: all rows, 1: some were rejected, 2: nothing was imported.</summary>
internal static class OrderImportCommand
{
    private const int Nothing = 2;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A table (.csv) or JSON (.json, .jsonl)." };
        var format = new Option<OrderFileFormat?>("--format") { Description = "csv or json, where the file's name does not tell." };
        var report = new Option<string?>("--report") { Description = "A file that takes the rejected rows with line and reasons, as CSV." };
        var asOf = new Option<DateTimeOffset?>("--as-of") { Description = "When the shop wrote the file, as 2026-11-23T10:00+01:00. Left out: when the file was last changed." };
        var command = new Command("import", "Makes the orders of a file the shop's; Shop:Source must be Local.") { file, format, report, asOf };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync(
            [.. parsed.UnmatchedTokens], new Wish(parsed.GetRequiredValue(file), parsed.GetValue(format), parsed.GetValue(report), parsed.GetValue(asOf)), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, Wish wish, CancellationToken stop)
    {
        try
        {
            var builder = AutomatHost.Begin(args);

            // Between lines of progress only what somebody has to know.
            builder.Logging.AddFilter("IvrAutomat", LogLevel.Warning);
            await using var app = AutomatHost.Build(builder);
            if (app.Services.GetRequiredService<AutomatSettings>().Shop.Source != ShopSource.Local)
            {
                await Console.Error.WriteLineAsync("Orders are imported into a local shop only. Set Shop:Source to Local.");
                return Nothing;
            }

            await using var file = OrderFile.Open(wish.File, wish.Format);
            await AutomatHost.OpenAsync(app, stop);
            await using var rejections = await RejectionReport.OpenAsync(wish.Report);
            var result = await ImportProgress.ShowAsync(file, progress => app.Services.GetRequiredService<OrderImport>().RunAsync(
                file, wish.AsOf ?? file.WrittenAt, rejections.Add, progress, stop));
            if (result is null)
            {
                await Console.Error.WriteLineAsync("Another import is running. Wait until it has ended.");
                return Nothing;
            }

            rejections.Tell();
            ImportSummary.Tell(result, file);
            return result.IsNothing ? Nothing : result.Rejected > 0 ? 1 : 0;
        }
        catch (Exception unusable) when (unusable is SettingsException or OrderFileException)
        {
            await Console.Error.WriteLineAsync(unusable is OrderFileException ? $"{unusable.Message} Nothing was imported." : unusable.Message);
            return Nothing;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was imported.");
            return Nothing;
        }
    }

    private sealed record Wish(string File, OrderFileFormat? Format, string? Report, DateTimeOffset? AsOf);
}
