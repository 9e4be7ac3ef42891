using System.CommandLine;
using System.Globalization;
using IvrAutomat.Benchmarks.Report;

namespace IvrAutomat.Benchmarks.Import;

/// <summary>Measures the import of orders: the product as a process of its own, against an import row by row, within one run.</summary>
internal static class ImportRun
{
    private const int NaiveRows = 2_000;
    private const double MostSeconds = 60;
    private const double MostMegabytes = 300;

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var orders = new Option<int>("--orders") { Description = "Orders in the file.", DefaultValueFactory = _ => 100_000 };
        var folder = new Option<string>("--folder") { Description = "Folder for file and databases.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("import", "Measures the import of a file of orders into a local shop.") { orders, folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(orders), parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int orders, string parent, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"ivr-import-{Environment.ProcessId}"));
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            var file = Path.Combine(folder.FullName, "orders.csv");
            OrderTable.Write(file, orders);
            var settings = Settings(folder.FullName);
            var naive = await NaiveImport.RunAsync(file, NaiveRows, Path.Combine(folder.FullName, "naive.db"), cancellationToken);
            var first = await MeasuredProcess.RunAsync(["orders", "import", file], settings, cancellationToken);
            var again = await MeasuredProcess.RunAsync(["orders", "import", file], settings, cancellationToken);
            var naiveRate = NaiveRows / naive;
            Console.WriteLine(TextTable.Of(
                ["import", "orders", "seconds", "orders/s", "of row by row", "peak MB"],
                [
                    Row("row by row (EF Core)", NaiveRows, naive, naiveRate, peak: null),
                    Row($"orders import, all new ({new FileInfo(file).Length / 1024 / 1024} MB)", orders, first.Seconds, naiveRate, first.PeakMegabytes),
                    Row("orders import, nothing new", orders, again.Seconds, naiveRate, again.PeakMegabytes),
                ]));
            return first is { ExitCode: 0, Seconds: < MostSeconds, PeakMegabytes: < MostMegabytes } && again.ExitCode == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Row(string name, int orders, double seconds, double naiveRate, double? peak) =>
    [
        name, orders.ToString("N0", CultureInfo.InvariantCulture), seconds.ToString("N1", CultureInfo.InvariantCulture),
        (orders / seconds).ToString("N0", CultureInfo.InvariantCulture), $"{(orders / seconds / naiveRate).ToString("N1", CultureInfo.InvariantCulture)}×",
        peak?.ToString("N0", CultureInfo.InvariantCulture) ?? "–",
    ];

    private static Dictionary<string, string> Settings(string folder) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Shop__Source"] = "Local",
        ["Shop__Name"] = "Obchod",
        ["Returns__Address"] = "Vzorová 5",
        ["Payments__Account"] = "123456789/0100",
        ["Prompts__Folder"] = Repository.Prompts,
        ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "import.db")}",
    };
}
