using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IvrAutomat.Benchmarks.Report;

namespace IvrAutomat.Benchmarks.Start;

/// <summary>Measures how long it takes from starting the process to <c>/health/ready</c>, the runtime's own start included.</summary>
internal static class StartRun
{
    private const double MostMilliseconds = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "Starts of each kind.", DefaultValueFactory = _ => 5 };
        var program = new Option<string>("--program")
        {
            Description = "The program, for example one that was published.",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"),
        };
        var folder = new Option<string>("--folder") { Description = "Folder for the databases.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("start", "Measures the time from the start of the process until it is ready to take calls.") { rounds, program, folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(rounds), parsed.GetRequiredValue(program), parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, string program, string parent, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"ivr-start-{Environment.ProcessId}"));
        try
        {
            Console.WriteLine(Machine.Look(folder.FullName).Describe());
            Console.WriteLine();
            var (first, again) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                var database = Path.Combine(folder.FullName, $"{round}.db");
                first.Add(await MeasureAsync(program, database, cancellationToken));
                again.Add(await MeasureAsync(program, database, cancellationToken));
            }

            Console.WriteLine(TextTable.Of(
                ["from the start of the process until it is ready", "starts", "ms median", "ms least", "ms most"],
                [Row("a new database with the demo's orders", first), Row("the same database again", again)]));
            return Median(again) <= MostMilliseconds ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(string program, string database, CancellationToken cancellationToken)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program, "--urls", url])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Database__ConnectionString"] = $"Data Source={database}";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
            using var http = new HttpClient();
            while (!await IsReadyAsync(http, new Uri($"{url}/health/ready"), cancellationToken))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                {
                    throw new InvalidOperationException($"The program did not get ready within {Patience.TotalSeconds:0} s.");
                }

                await Task.Delay(BetweenLooks, cancellationToken);
            }

            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(url, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string[] Row(string name, List<double> times)
        => [name, Text(times.Count), Text(Median(times)), Text(times.Min()), Text(times.Max())];

    private static string Text(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
