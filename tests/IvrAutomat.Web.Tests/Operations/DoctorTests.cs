using System.Net;
using System.Net.Sockets;
using IvrAutomat.Web.Doctor;
using IvrAutomat.Web.Persistence.Backup;
using IvrAutomat.Web.Telemetry;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>What the doctor says of disks, backups and the collector.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-doctor-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TheRoomOfAFolder_IsThatOfItsDisk_AlsoBeforeTheFolderIsThere()
    {
        var findings = await LookAsync(new DiskCheck([("audio", Path.Combine(_folder.FullName, "not", "yet")), ("prompts", _folder.FullName)]));

        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Contains("left for", finding.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ABackup_IsMissing_ThenYoung_ThenOld_AndMustBeItsOwnersAlone()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        async Task<List<Finding>> FindAsync(string? folder) => await LookAsync(new BackupAgeCheck(database.Database, new BackupOptions { Folder = folder }, TimeProvider.System));
        Assert.Equal(Standing.Skipped, Assert.Single(await FindAsync(null)).Standing);
        Assert.Equal(Standing.Warning, Assert.Single(await FindAsync(_folder.FullName)).Standing);

        var copy = Path.Combine(_folder.FullName, "monday.db");
        Assert.IsType<BackupOutcome.Written>(await SqliteBackup.WriteAsync(database.Database, copy, TestContext.Current.CancellationToken));
        Assert.Equal(Standing.Ok, Assert.Single(await FindAsync(_folder.FullName)).Standing);

        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(copy).AddHours(-30));
        Assert.Contains("30 hours old", Assert.Single(await FindAsync(_folder.FullName)).Text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Assert.Contains(await FindAsync(_folder.FullName), finding => finding.Standing == Standing.Wrong);
        }
    }

    [Fact]
    public async Task ACollectorThatListens_IsTold_FromOneThatDoesNot()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = new TelemetryOptions { Endpoint = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}" };
        Assert.Equal(Standing.Ok, Assert.Single(await LookAsync(new TelemetryCheck(options, TimeProvider.System))).Standing);

        listener.Stop();
        Assert.Equal(Standing.Warning, Assert.Single(await LookAsync(new TelemetryCheck(options, TimeProvider.System))).Standing);
        Assert.Equal(Standing.Skipped, Assert.Single(await LookAsync(new TelemetryCheck(new TelemetryOptions { Enabled = false }, TimeProvider.System))).Standing);
    }

    private static async Task<List<Finding>> LookAsync(ICheck check)
    {
        var findings = new List<Finding>();
        await foreach (var finding in new Examination([check]).RunAsync(TestContext.Current.CancellationToken))
        {
            findings.Add(finding);
        }

        return findings;
    }
}
