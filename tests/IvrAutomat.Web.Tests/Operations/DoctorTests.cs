using System.Net;
using System.Net.Sockets;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Doctor;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Backup;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Telemetry;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.Logging.Abstractions;

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

    [Theory]
    [BothDatabases]
    public async Task WhatIsKeptTooLong_IsTold_AndWhenRetentionRanLast(string provider)
    {
        var clock = new ForwardClock();
        await using var database = await TestDatabase.CreateAsync(provider, clock);
        var eraser = new Eraser(database.Database, new RetentionOptions(), clock);
        var marks = new HouseMarks(database.Database);
        async Task<Finding> FindAsync() => Assert.Single(await LookAsync(new RetentionCheck(eraser, marks, database.Database, clock)));
        Assert.Equal(Standing.Ok, (await FindAsync()).Standing);
        await using (var db = database.Open())
        {
            db.Callers.Add(new CallerRow { Key = "somebody", Language = "cs", LastCallAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        clock.Advance(TimeSpan.FromDays(92));
        var late = await FindAsync();
        Assert.Equal(Standing.Wrong, late.Standing);
        Assert.Contains("Retention:CallDays", late.Text, StringComparison.Ordinal);

        using (var worker = new RetentionWorker(eraser, marks, clock, NullLogger<RetentionWorker>.Instance))
        {
            // Its last run is long ago, whichever process it was.
            await marks.SetAsync(HouseMarks.Retention, clock.GetUtcNow() - TimeSpan.FromDays(2), TestContext.Current.CancellationToken);
            await worker.RunAsync(TestContext.Current.CancellationToken);
        }

        clock.Advance(TimeSpan.FromHours(3));
        var ran = await FindAsync();
        Assert.Equal(Standing.Ok, ran.Standing);
        Assert.Contains("3 hours ago", ran.Text, StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(Standing.Warning, (await FindAsync()).Standing);
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
