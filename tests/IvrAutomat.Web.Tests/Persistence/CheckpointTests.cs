using System.Diagnostics;

namespace IvrAutomat.Web.Tests.Persistence;

public sealed class CheckpointTests
{
    private const int Changes = 4_000;
    private const int Kilobytes = 10;

    [Fact]
    public async Task WhatTurnsWrite_GoesFromTheLogIntoTheFile_WhileTheyGoOn()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        var file = new FileInfo(database.Options.File!);
        var empty = file.Length;
        for (var change = 0; change < Changes; change++)
        {
            var name = $"{change}";
            Assert.True(await database.Commits.SaveAsync(connection =>
            {
                var command = connection.Command("INSERT INTO definitions (hash, kind, content, created_at) VALUES (@hash, 'test', hex(randomblob(@bytes)), 0)");
                command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter("@hash", name));
                command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter("@bytes", Kilobytes * 512));
                return ValueTask.FromResult(command.ExecuteNonQuery() == 1);
            }));
        }

        // Most of them are due to be copied; nobody waits for that, so it may end a little later.
        var began = Stopwatch.GetTimestamp();
        while (Refreshed(file) < empty + (3_000L * Kilobytes * 1024))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), $"The file has {file.Length} bytes: the log is never copied into it.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static long Refreshed(FileInfo file)
    {
        file.Refresh();
        return file.Length;
    }
}
