using IvrAutomat.Web.Persistence.Backup;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Scripts;
using Microsoft.Data.Sqlite;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>A backup is made while calls are written, and put back into another place.</summary>
[Collection(RealTime.Name)]
public sealed class BackupTests : IDisposable
{
    private const string Order = "2026001001";
    private const string Pin = "4821";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-backup-");

    private string Live => At("live", "ivrautomat.db");

    private string Copy => At("backups", "monday.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ABackupTakenUnderCalls_IsWhole_AndPutBackElsewhere_TheCallGoesOnAndPinsStillFit()
    {
        Directory.CreateDirectory(At("live"));
        using var midway = await BackUpUnderCallsAsync();
        AssertPrivate(Copy);
        AssertPrivate(Path.ChangeExtension(Copy, ".key"));
        var (whole, findings, _) = await RunAsync("backup", "--check", Copy);
        Assert.True(whole == 0, findings);
        Assert.Contains("the file is whole", findings, StringComparison.Ordinal);
        Assert.Contains("the key reads what the database holds", findings, StringComparison.Ordinal);

        // Put back as README says: both files under the names of the live ones.
        Directory.CreateDirectory(At("restored"));
        File.Copy(Copy, At("restored", "ivrautomat.db"));
        File.Copy(Path.ChangeExtension(Copy, ".key"), At("restored", "ivrautomat.key"));
        await using var restored = await ServingProduct.StartAsync(At("restored", "ivrautomat.db"));
        using var another = restored.Phone();
        Assert.Contains("je zaplacená", (await another.IdentifyAsync(Order, Pin)).Said, StringComparison.Ordinal);
        var asked = await midway.FollowAsync(new Uri(restored.Address, midway.Now.Action!.AbsolutePath), ("Digits", "2"));
        var done = await midway.FollowAsync(new Uri(restored.Address, asked.Action!.AbsolutePath), ("Digits", "1"));
        Assert.True(done.Said.Contains("Hotovo, objednávka je zrušená.", StringComparison.Ordinal), $"{asked.Response} {done.Response}");
    }

    [Fact]
    public async Task WhatIsThere_IsNotOverwritten_AndWhatIsNotThere_IsSaid()
    {
        var (none, _, why) = await RunAsync("backup", Copy);
        Assert.Equal((1, true), (none, why.Contains("There is no database yet", StringComparison.Ordinal)));
        var (unnamed, _, how) = await RunAsync("backup");
        Assert.Equal((1, true), (unnamed, how.Contains("Backup:Folder", StringComparison.Ordinal)));

        Assert.Equal(0, (await RunAsync("orders", "reset")).ExitCode);
        Directory.CreateDirectory(At("backups"));
        await File.WriteAllTextAsync(Copy, "kept", TestContext.Current.CancellationToken);
        var (taken, _, refused) = await RunAsync("backup", Copy);
        Assert.Equal((1, true), (taken, refused.Contains("is not overwritten", StringComparison.Ordinal)));
        Assert.Equal("kept", await File.ReadAllTextAsync(Copy, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(At("backups")));
    }

    [Fact]
    public async Task ADamagedFile_AMissingKeyAndAStrangeDatabase_AreFoundByTheCheck()
    {
        Assert.Equal(0, (await RunAsync("orders", "reset")).ExitCode);
        Assert.Equal(0, (await RunAsync("backup", $"--Backup:Folder={At("backups")}")).ExitCode);
        var copy = BackupAge.NewestIn(At("backups"))!.FullName;
        Assert.Equal(0, (await RunAsync("backup", "--check", copy)).ExitCode);

        File.Delete(Path.ChangeExtension(copy, ".key"));
        var (keyless, told, _) = await RunAsync("backup", "--check", copy);
        Assert.Equal((1, true), (keyless, told.Contains("its key is missing", StringComparison.Ordinal)));

        var bytes = await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken);
        bytes.AsSpan(4096, 64 * 1024).Fill(0xA5);
        var damaged = At("backups", "damaged.db");
        await File.WriteAllBytesAsync(damaged, bytes, TestContext.Current.CancellationToken);
        var (broken, found, _) = await RunAsync("backup", "--check", damaged);
        Assert.Equal((1, true), (broken, found.Contains("the file is damaged", StringComparison.Ordinal)));
    }

    [Fact]
    public void ForPostgres_TheCommandIsNamed_WithoutThePassword()
    {
        const string Place = "Host=db.example.cz;Port=5433;Username=ivr;Password=do not tell;Database=ivr automat";

        Assert.Equal(
            "pg_dump --format=custom --host=db.example.cz --port=5433 --username=ivr --dbname='ivr automat' --file=monday.dump", PostgresBackup.Dump(Place, "monday.dump"));
        Assert.DoesNotContain("do not tell", PostgresBackup.Restore(Place, "monday.dump"), StringComparison.Ordinal);
    }

    // Four callers prove an order over and over while the backup is taken; one is left midway.
    private async Task<StrangerPhone> BackUpUnderCallsAsync()
    {
        await using var product = await ServingProduct.StartAsync(Live);
        var midway = product.Phone();
        await midway.IdentifyAsync(Order, Pin);
        using var enough = new CancellationTokenSource();
        var turns = 0;
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                using var phone = product.Phone();
                await phone.IdentifyAsync(Order, Pin);
                await phone.ReportAsync();
                Interlocked.Add(ref turns, phone.Answers.Count);
            }
        })).ToArray();
        Directory.CreateDirectory(At("backups"));
        var (exitCode, output, errors) = await RunAsync("backup", Copy);
        Assert.True(exitCode == 0, errors);
        Assert.Contains("appsettings.json", output, StringComparison.Ordinal);
        await enough.CancelAsync();
        await Task.WhenAll(callers);
        Assert.True(turns > 0, "Nobody called meanwhile.");
        return midway;
    }

    private static void AssertPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private string At(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
        => Product.RunAsync("Development", [.. arguments, $"--Database:ConnectionString=Data Source={Live}"]);
}
