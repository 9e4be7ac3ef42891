using System.Collections.Concurrent;
using System.Text;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Takes the messages of Upgates in: they are stored in bulk, and whoever sent them is answered in time even when the database is busy; what
/// could not be stored is kept and stored later. What a crash loses, catching up finds.
/// </summary>
internal sealed partial class HintBox(Database database, TimeProvider time, ILogger<HintBox> log)
{
    // Upgates waits for one second.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private const int RowsAtOnce = 500;
    private const int MostKept = 100_000;

    private readonly ConcurrentQueue<IReadOnlyList<HintRow>> _kept = new();
    private int _keptRows;

    /// <summary>Takes hints; returns when they are stored, or when it has taken long enough.</summary>
    public async Task TakeAsync(IReadOnlyList<HintRow> hints, CancellationToken cancellationToken)
    {
        // The driver of SQLite works on the thread of whoever asks.
        var storing = Task.Run(() => StoreOrKeepAsync(hints), CancellationToken.None);
        await Task.WhenAny(storing, Task.Delay(Patience, time, cancellationToken));
    }

    /// <summary>Stores what could not be stored before.</summary>
    public async Task StoreKeptAsync(CancellationToken cancellationToken)
    {
        while (_kept.TryPeek(out var hints))
        {
            await StoreAsync(hints, cancellationToken);
            _kept.TryDequeue(out _);
            Interlocked.Add(ref _keptRows, -hints.Count);
        }
    }

    private async Task StoreOrKeepAsync(IReadOnlyList<HintRow> hints)
    {
        try
        {
            await StoreAsync(hints, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogKept(hints.Count, exception);
            if (Interlocked.Add(ref _keptRows, hints.Count) <= MostKept)
            {
                _kept.Enqueue(hints);
            }
            else
            {
                Interlocked.Add(ref _keptRows, -hints.Count);
            }
        }
    }

    private async Task StoreAsync(IReadOnlyList<HintRow> hints, CancellationToken cancellationToken)
    {
        using var turn = await database.WriteAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var rows in hints.Chunk(RowsAtOnce))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var sql = new StringBuilder("INSERT INTO hints (number, changed_at, status_id, received_at) VALUES ");
            for (var at = 0; at < rows.Length; at++)
            {
                sql.Append(at == 0 ? "" : ", ").Append($"(@n{at}, @c{at}, @s{at}, @r{at})");
                command.AddParameter($"n{at}", rows[at].Number);
                command.AddInstant($"c{at}", rows[at].ChangedAt);
                command.AddParameter($"s{at}", rows[at].StatusId);
                command.AddInstant($"r{at}", rows[at].ReceivedAt);
            }

            sql.Append(" ON CONFLICT (number) DO UPDATE SET changed_at = excluded.changed_at, status_id = excluded.status_id, received_at = excluded.received_at");
#pragma warning disable CA2100 // The text varies only in the number of its parameters.
            command.CommandText = sql.ToString();
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(3141, LogLevel.Warning, "{Count} messages of Upgates wait in memory: the database could not take them")]
    private partial void LogKept(int count, Exception exception);
}
