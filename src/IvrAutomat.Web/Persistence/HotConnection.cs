using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// A connection for what every turn does. On SQLite it stays open between turns with its statements prepared, because preparing one takes
/// longer than executing it; PostgreSQL's driver keeps connections and prepares repeated statements by itself. To be disposed of, which gives it back.
/// </summary>
internal sealed class HotConnection : IAsyncDisposable
{
    // Texts that differ with what a turn asks for are few; whatever is beyond is prepared anew each time.
    private const int MostKept = 64;

    private readonly Dictionary<string, SqliteCommand>? _kept;
    private readonly List<DbCommand> _loose = [];
    private readonly Action<HotConnection>? _giveBack;
    private bool _isSpoilt;

    /// <summary>A connection that is kept; <paramref name="giveBack"/> is told when it is free again.</summary>
    public HotConnection(SqliteConnection connection, Action<HotConnection> giveBack)
        => (Connection, _kept, _giveBack) = (connection, new(StringComparer.Ordinal), giveBack);

    /// <summary>A connection that its driver keeps.</summary>
    public HotConnection(DbConnection connection) => Connection = connection;

    /// <summary>The connection itself.</summary>
    public DbConnection Connection { get; }

    /// <summary>A statement, or several, without parameters as yet. It belongs to the connection; readers are disposed of by whoever opened them.</summary>
    /// <param name="sql">A text that is built from constants: every value is a parameter.</param>
    public DbCommand Command(string sql)
    {
        if (_kept is not null && _kept.TryGetValue(sql, out var kept))
        {
            kept.Parameters.Clear();
            return kept;
        }

        var command = Connection.CreateCommand();
        // See the parameter: no value ever stands in it.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        if (_kept is { Count: < MostKept } && command is SqliteCommand own)
        {
            _kept.Add(sql, own);
        }
        else
        {
            _loose.Add(command);
        }

        return command;
    }

    /// <summary>Executes a statement without parameters or results.</summary>
    public void Execute(string sql) => Command(sql).ExecuteNonQuery();

    /// <summary>Something went wrong on it: it is not used again.</summary>
    public void Spoil() => _isSpoilt = true;

    /// <summary>Closes it for good.</summary>
    public void Close()
    {
        foreach (var command in _kept?.Values ?? Enumerable.Empty<DbCommand>())
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        foreach (var command in _loose)
        {
            command.Dispose();
        }

        _loose.Clear();
        if (_giveBack is not null && !_isSpoilt)
        {
            _giveBack(this);
        }
        else
        {
            Close();
        }

        return ValueTask.CompletedTask;
    }
}
