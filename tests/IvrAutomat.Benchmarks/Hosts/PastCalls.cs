using System.Data.Common;
using IvrAutomat.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>Fills a database with calls that are over: made up, but as many rows of each kind and as long as real ones.</summary>
internal static class PastCalls
{
    private const int Turns = 10;

    private const string Calls = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @calls)
        INSERT INTO calls (id, version, state, data, held, answer, answered_step, language, started_at, updated_at, ended_at, caller_key, order_id, handover, failures)
        SELECT 'CA' || printf('%032x', i), @turns, 'hung up', @data, NULL, @answer, @turns - 1, 'cs', @began + i * 1000, @began + i * 1000 + 60000,
            @began + i * 1000 + 60000, 'past:' || (i % 5000), NULL, NULL, 0 FROM n
        """;

    private const string Journal = """
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < @calls * @turns - 1)
        INSERT INTO journal (call_id, step, at, input, state, flow_hash, prompt_hash, settings_hash)
        SELECT 'CA' || printf('%032x', i / @turns + 1), i % @turns, @began + i * 100, @input, 'order menu', 'past', 'past', 'past' FROM n
        """;

    private const string Feed = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @calls * 3)
        INSERT INTO feed (at, kind, call_id, order_id) SELECT @began + i * 300, 'CallEnded', 'CA' || printf('%032x', i), NULL FROM n
        """;

    /// <summary>Writes them, as calls of the last days, which are over.</summary>
    public static async Task WriteAsync(IServiceProvider services, int calls, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<Database>();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var sql in (string[])[Calls, Journal, Feed])
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandTimeout = 0;
#pragma warning disable CA2100 // One of the three constants above.
            command.CommandText = sql;
#pragma warning restore CA2100
            Add(command, calls);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static void Add(DbCommand command, int calls)
    {
        command.AddParameter("@calls", calls);
        command.AddParameter("@turns", Turns);
        command.AddParameter("@began", TimeProvider.System.GetUtcNow().AddDays(-2).ToUnixTimeMilliseconds());
        command.AddParameter("@data", new string('x', 1500));
        command.AddParameter("@input", """{"kind":"option-chosen","option":"parcel","spoken":false}""");
        command.AddBytes("@answer", new byte[1200]);
    }
}
