using System.Data;
using System.Data.Common;
using System.Text;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// Inserts many rows with few statements, alike on both databases. Its statement is used again, so one of these should live as long as its
/// connection.
/// </summary>
/// <param name="connection">An open connection.</param>
/// <param name="table">The table: a literal of the caller.</param>
/// <param name="columns">Its columns, with the types that a null needs: literals of the caller.</param>
internal sealed class BulkInsert(DbConnection connection, string table, params (string Name, DbType Type)[] columns) : IAsyncDisposable
{
    // SQLite looks parameters up one by one, so that long statements cost more than they save.
    private const int RowsAtOnce = 8;
    private readonly List<object?[]> _rows = [];
    private DbCommand? _full;

    /// <summary>Adds a row; it is written by <see cref="WriteAsync"/>.</summary>
    /// <param name="values">As many as columns.</param>
    public void Add(params object?[] values) => _rows.Add(values);

    /// <summary>Writes what was added.</summary>
    public async Task WriteAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var at = 0;
        for (; _rows.Count - at >= RowsAtOnce; at += RowsAtOnce)
        {
            await ExecuteAsync(_full ??= Command(RowsAtOnce), at, transaction, cancellationToken);
        }

        if (at < _rows.Count)
        {
            await using var rest = Command(_rows.Count - at);
            await ExecuteAsync(rest, at, transaction, cancellationToken);
        }

        _rows.Clear();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _full?.DisposeAsync() ?? default;

    private async Task ExecuteAsync(DbCommand command, int from, DbTransaction transaction, CancellationToken cancellationToken)
    {
        command.Transaction = transaction;
        for (var at = 0; at < command.Parameters.Count; at++)
        {
            command.Parameters[at].Value = _rows[from + (at / columns.Length)][at % columns.Length] ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(int rows)
    {
        var command = connection.CreateCommand();
        var text = new StringBuilder("INSERT INTO ").Append(table).Append(" (").AppendJoin(", ", columns.Select(column => column.Name)).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var at = 0; at < columns.Length; at++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{command.Parameters.Count}";
                parameter.DbType = columns[at].Type;
                command.Parameters.Add(parameter);
                text.Append(at == 0 ? string.Empty : ", ").Append(parameter.ParameterName);
            }

            text.Append(')');
        }

#pragma warning disable CA2100 // Table and columns are literals of the caller; values are parameters.
        command.CommandText = text.ToString();
#pragma warning restore CA2100
        return command;
    }
}
