using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>Without its database the automat can say nothing; the caller still gets a person, in time.</summary>
[Collection(RealTime.Name)]
public sealed class DatabaseTroubleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALockedFile_ConnectsAPerson_AndTheCallGoesOnOnceItIsFree()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.DialAsync();
        await using var connection = new SqliteConnection(database.Options.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await ExecuteAsync(connection, "BEGIN EXCLUSIVE");

        await AllConnectAPersonAsync(host, phone);

        await ExecuteAsync(connection, "ROLLBACK");
        Assert.Contains("A teď PIN", (await phone.PressAsync("2026001003")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALockedTable_ConnectsAPerson_AndTheCallGoesOnOnceItIsFree()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.DialAsync();
        await using (var connection = new NpgsqlConnection(database.Options.ConnectionString))
        {
            await connection.OpenAsync(Cancellation);
            await ExecuteAsync(connection, "BEGIN; LOCK TABLE calls, journal IN ACCESS EXCLUSIVE MODE");

            await AllConnectAPersonAsync(host, phone);
            await ExecuteAsync(connection, "ROLLBACK");
        }

        Assert.Contains("A teď PIN", (await phone.PressAsync("2026001003")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeletedFile_ConnectsAPerson()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.DialAsync();

        // Open files outlive their names: the pool must let go of them first.
        SqliteConnection.ClearAllPools();
        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            File.Delete(database.Options.File + ending);
        }

        await AllConnectAPersonAsync(host, phone);
    }

    [Fact]
    public async Task ADroppedDatabase_ConnectsAPerson()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.DialAsync();
        await database.DropAsync();

        await AllConnectAPersonAsync(host, phone);
    }

    private static async Task AllConnectAPersonAsync(CallHost host, StrangerPhone phone)
    {
        using var caller = host.Phone(null);
        Reply[] replies =
        [
            await caller.PostAsync(caller.At("/twilio/voice")),
            await phone.PostAsync(phone.Now.Action!, ("Digits", "2026001003")),
            await phone.PostAsync(phone.Now.Redirect!),
            await caller.PostAsync(caller.At("/twilio/voice/fallback"), ("ErrorCode", "11200")),
        ];
        Assert.All(replies, reply =>
        {
            Assert.Equal(CallHost.HumanNumber, reply.Dials);
            Assert.True(reply.Took < RealTime.Patience, $"{reply.Url.AbsolutePath} took {reply.Took}.");
        });
        var report = await caller.ReportAsync();
        Assert.Equal(204, report.Status);
        Assert.True(report.Took < RealTime.Patience, $"The report took {report.Took}.");
    }

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
