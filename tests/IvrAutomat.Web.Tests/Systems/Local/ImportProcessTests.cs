using System.Diagnostics;
using IvrAutomat.Web.Tests.Conventions;
using IvrAutomat.Web.Tests.Scripts;
using Microsoft.Data.Sqlite;

namespace IvrAutomat.Web.Tests.Systems.Local;

/// <summary>The command as an operator runs it, and as a power failure ends it.</summary>
public sealed class ImportProcessTests : IDisposable
{
    private static readonly string[] Settings =
    [
        "--Shop:Source=Local", "--Shop:Name=Obchod", "--Returns:Address=Vzorová 5", "--Payments:Account=123456789/0100", $"--Prompts:Folder={Repository.At("prompts")}",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-import-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task KilledInTheMiddle_TheOrdersAreAsTheyWere_AndTheNextRunStartsClean()
    {
        Write("small.csv", first: 0, count: 3);
        Write("large.csv", first: 1, count: 60_000);
        Assert.Contains("3 new", (await ImportAsync("small.csv")).Output, StringComparison.Ordinal);

        await KillAfterFirstLineAsync("large.csv");

        Assert.Equal(3, Count(Seen));
        Assert.True(Count("SELECT COUNT(*) FROM orders") > 3, "The process was killed before it had stored anything.");
        var (exitCode, output, _) = await ImportAsync("small.csv");
        Assert.Equal((0, true), (exitCode, output.Contains("0 new, 0 changed, 3 as before, 0 rejected.", StringComparison.Ordinal)));
        Assert.Equal((3, 3), (Count("SELECT COUNT(*) FROM orders"), Count("SELECT COUNT(*) FROM order_keys")));
    }

    [Fact]
    public async Task RejectedRows_AreReported_AndTheExitCodeTells()
    {
        Write("orders.csv", first: 0, count: 2);
        await File.AppendAllTextAsync(Path.Combine(_folder.FullName, "orders.csv"), "1;nikdy;málo;;\n", Cancellation);

        var (exitCode, output, _) = await ImportAsync("orders.csv", "--report", "rejected.csv");

        Assert.Equal(1, exitCode);
        Assert.Contains("2 new, 0 changed, 0 as before, 1 rejected.", output, StringComparison.Ordinal);
        var report = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "rejected.csv"), Cancellation);
        Assert.Equal("line;reason", report[0]);
        Assert.All(report[1..], line => Assert.StartsWith("4;", line, StringComparison.Ordinal));
        Assert.Equal(4, report.Length - 1);
    }

    [Fact]
    public async Task WithoutAFileOrALocalShop_NothingIsImported()
    {
        var missing = await ImportAsync("nowhere.csv");
        Write("orders.csv", first: 0, count: 1);
        var demo = await Product.RunInAsync(_folder.FullName, "Development", "orders", "import", "orders.csv", $"--Prompts:Folder={Repository.At("prompts")}");

        Assert.Equal((2, 2), (missing.ExitCode, demo.ExitCode));
        Assert.Contains("Nothing was imported", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("Set Shop:Source to Local", demo.Errors, StringComparison.Ordinal);
    }

    private const string Seen = "SELECT COUNT(*) FROM orders WHERE import_id NOT IN (SELECT id FROM imports WHERE decided_at IS NULL)";

    private Task<(int ExitCode, string Output, string Errors)> ImportAsync(string file, params string[] more)
        => Product.RunInAsync(_folder.FullName, "Development", ["orders", "import", file, .. more, .. Settings]);

    private async Task KillAfterFirstLineAsync(string file)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IvrAutomat.Web.dll"), "orders", "import", file, .. Settings])
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        Assert.Equal("10000 rows read", await process.StandardOutput.ReadLineAsync(Cancellation));
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    private void Write(string name, int first, int count) => File.WriteAllLines(
        Path.Combine(_folder.FullName, name),
        Enumerable.Range(first, count).Select(n => $"{20260000 + n};2026-11-20;100;Odeslaná;").Prepend("number;ordered;total;status;phone"));

    private int Count(string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "data", "ivrautomat.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
