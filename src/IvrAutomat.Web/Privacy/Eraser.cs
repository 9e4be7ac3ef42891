using System.Data.Common;
using System.Globalization;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Privacy;

/// <summary>
/// Erases what has been kept for long enough, a hundred things at a time, so that no turn waits long for the database. Whoever erases the same
/// at the same moment takes nothing away from anybody.
/// </summary>
internal sealed class Eraser(Database database, RetentionOptions options, TimeProvider time)
{
    /// <summary>Things in one transaction.</summary>
    public const int Batch = 100;

    // The driver's second is a turn's patience. Here nobody waits, and a table may be read from end to end.
    private const int Seconds = 60;

    // Between two transactions those come in who wait for the one writer of SQLite. The machine's time: whoever waits does so in it.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    /// <summary>Erases everything whose term is over.</summary>
    /// <returns>How many things were erased.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var erased = 0;
        foreach (var step in RetentionPlan.Steps)
        {
            var before = time.GetUtcNow() - TimeSpan.FromDays(options.DaysOf(step.Term));
            int batch;
            do
            {
                batch = await EraseAsync(step, before, cancellationToken);
                erased += batch;
                if (batch > 0)
                {
                    await Task.Delay(Rest, TimeProvider.System, cancellationToken);
                }
            }
            while (batch == Batch);
        }

        if (erased > 0)
        {
            await ForgetAsync(cancellationToken);
        }

        return erased;
    }

    /// <summary>Of which terms something is kept for longer than it may be, and longer than <paramref name="late"/> beyond.</summary>
    public async Task<IReadOnlyList<RetentionTerm>> OverdueAsync(TimeSpan late, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var overdue = new List<RetentionTerm>();
        foreach (var step in RetentionPlan.Steps.Where(step => !overdue.Contains(step.Term)))
        {
            if ((await NamesAsync(connection, step, time.GetUtcNow() - TimeSpan.FromDays(options.DaysOf(step.Term)) - late, cancellationToken)).Count > 0)
            {
                overdue.Add(step.Term);
            }
        }

        return overdue;
    }

    /// <summary>Empties SQLite's write-ahead log, in which erased values still stand. The file itself was overwritten (secure_delete).</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            return;
        }

        using var turn = await database.WriteAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> EraseAsync(RetentionStep step, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var names = await NamesAsync(connection, step, before, cancellationToken);
        if (names.Count == 0)
        {
            return 0;
        }

        using var turn = await database.WriteAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var statement in step.Statements)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandTimeout = Seconds;
            var places = string.Join(", ", Enumerable.Range(0, names.Count).Select(i => $"@n{i}"));

            // The statement is one of the plan's; names are parameters.
#pragma warning disable CA2100
            command.CommandText = string.Format(CultureInfo.InvariantCulture, statement, places);
#pragma warning restore CA2100
            for (var i = 0; i < names.Count; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@n{i}", names[i]);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return names.Count;
    }

    private static async Task<List<object>> NamesAsync(DbConnection connection, RetentionStep step, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = Seconds;
#pragma warning disable CA2100 // The plan's own text.
        command.CommandText = step.Which;
#pragma warning restore CA2100
        command.AddParameter("@before", before.ToUnixTimeMilliseconds());
        command.AddParameter("@most", Batch);
        var names = new List<object>(Batch);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetValue(0));
        }

        return names;
    }
}
