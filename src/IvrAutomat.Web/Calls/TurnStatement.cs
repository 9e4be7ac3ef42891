using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// A decision as one statement: the call moves on from the version that was loaded, and only then all its rows are written. Values are made
/// when it is built, so that whoever executes it, one after the other, does nothing but write.
/// </summary>
internal sealed class TurnStatement
{
    private const string Insert = """
        INSERT INTO calls (id, version, state, data, held, answer, answered_step, language, started_at, updated_at, ended_at,
            caller_key, order_id, handover, failures)
        VALUES (@id, @version, @state, @data, @held, @answer, @answered, @language, @now, @now, @ended, @caller, @order, @handover, @failures)
        ON CONFLICT (id) DO NOTHING
        """;

    // An answer that is not part of this save (work is still to come) leaves the stored one as it is.
    private const string Update = """
        UPDATE calls SET version = @version, state = @state, data = @data, held = @held, language = @language, updated_at = @now,
            ended_at = COALESCE(ended_at, @ended),
            order_id = COALESCE(@order, order_id), handover = COALESCE(@handover, handover), failures = @failures,
            answer = CASE WHEN @answered >= 0 THEN @answer ELSE answer END,
            answered_step = CASE WHEN @answered >= 0 THEN @answered ELSE answered_step END
        WHERE id = @id AND version = @expected
        """;

    // A verdict stands only on the failures that it was judged by.
    private const string Judged = """
         AND @seen = (SELECT COUNT(*) FROM failures WHERE at > @day AND order_key IN (@g0, @g1, @g2, @g3, @g4))
            + (SELECT COUNT(*) FROM failures WHERE at > @day AND caller_key = @gc)
        """;

    // Two verdicts about one order, one after the other: a statement of PostgreSQL sees what was committed before it began, and it begins after the lock.
    private const string InTurn = "SELECT pg_advisory_xact_lock(@lock);";

    private const string Caller = """
        ON CONFLICT (key) DO UPDATE SET last_call_at = excluded.last_call_at, language = COALESCE(excluded.language, callers.language),
            slow = COALESCE(excluded.slow, callers.slow)
        """;

    private readonly List<(string Name, DbType Type, object? Value)> _values = [];
    private readonly StringBuilder _sql = new(2048);
    private readonly bool _isPostgres;
    private int _rows;
    private bool _isInTurn;

    private TurnStatement(bool isPostgres) => _isPostgres = isPostgres;

    /// <summary>Puts a decision into a statement.</summary>
    public static TurnStatement Of(Decided decided, bool isPostgres, Secrets secrets)
    {
        var statement = new TurnStatement(isPostgres);
        statement.Move(decided, secrets);
        statement.AddJournal(decided);
        for (var i = 0; i < decided.Events.Length; i++)
        {
            var of = (Kind: $"@fk{i}", Order: $"@fo{i}");
            statement.Row("feed (at, kind, call_id, order_id)", $"@now, {of.Kind}, @id, {of.Order}");
            statement.Text(of.Kind, $"{decided.Events[i].Kind}");
            statement.Text(of.Order, decided.Events[i].OrderId);
        }

        for (var i = 0; i < decided.Requests.Length; i++)
        {
            statement.AddRequest(decided.Requests[i], i);
        }

        for (var i = 0; i < decided.Failures.Length; i++)
        {
            statement.AddFailure(decided.Failures[i], i);
        }

        if (decided.Unheard is { } unheard)
        {
            statement.Row("unheard (call_id, state, language, words, at)", "@id, @us, @language, @uw, @now");
            statement.Text("@us", unheard.State);
            statement.Text("@uw", unheard.Words);
        }

        if (decided.CallerKey is { } key)
        {
            statement.Row("callers (key, last_call_at, language, slow)", "@key, @now, @chosen, @slow", Caller);
            statement.Text("@key", key);
            statement.Text("@chosen", decided.ChosenLanguage);
            statement.Value("@slow", DbType.Int32, decided.Slow is { } slow ? slow ? 1 : 0 : null);
        }

        statement._sql.Append(isPostgres ? " SELECT COUNT(*) FROM moved" : "SELECT changes()");
        return statement;
    }

    /// <summary>Executes it.</summary>
    /// <returns>False when the call has moved on since it was loaded: nothing has been written.</returns>
    public async Task<bool> ExecuteAsync(HotConnection connection, CancellationToken cancellationToken)
    {
        var command = connection.Command(_sql.ToString());
        foreach (var (name, type, value) in _values)
        {
            command.Add(name, type, value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (_isInTurn)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        var hasMoved = await reader.ReadAsync(cancellationToken) && reader.GetInt64(0) == 1;

        // PostgreSQL commits a statement that stands alone only after its last row: what goes wrong then must be heard here.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }

        return hasMoved;
    }

    private void Move(Decided decided, Secrets secrets)
    {
        var call = decided.Call;
        var isNew = decided.ExpectedVersion == 0;
        var move = isNew ? Insert : Update;
        if (decided.Seen is { } seen && !isNew)
        {
            move += Judged;
            Judge(seen);
        }

        _sql.Append(_isPostgres ? $"WITH moved AS ({move} RETURNING 1)" : $"{move};");
        Text("@id", call.Id);
        Number("@version", call.Version);
        Text("@state", call.State);
        Text("@data", JsonSerializer.Serialize(call, CallJson.Default.Call));
        Value("@held", DbType.Binary, decided.IsOver ? null : secrets.Protect(CallStore.Sealed, decided.Held.ToBytes()));
        Value("@answer", DbType.Binary, decided.Answer is { } answer ? secrets.Protect(CallStore.Sealed, answer) : null);
        Number("@answered", decided.AnsweredStep);
        Text("@language", call.Language);
        Value("@now", DbType.Int64, decided.At.ToUnixTimeMilliseconds());
        Value("@ended", DbType.Int64, decided.IsOver ? decided.At.ToUnixTimeMilliseconds() : null);
        Text("@order", call.Order?.Id);
        Text("@handover", call.Handover is { } handover ? $"{handover.Reason}" : null);
        Number("@failures", call.Identification.Failures);
        if (isNew)
        {
            Text("@caller", decided.CallerKey);
        }
        else
        {
            Number("@expected", decided.ExpectedVersion);
        }
    }

    private void Judge(FailuresSeen seen)
    {
        if (_isPostgres)
        {
            _isInTurn = true;
            _sql.Append(InTurn);
            Value("@lock", DbType.Int64, BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(seen.OrderKeys[0]))));
        }

        Number("@seen", seen.Count);
        Value("@day", DbType.Int64, seen.Since.ToUnixTimeMilliseconds());
        Text("@gc", seen.Caller ?? string.Empty);
        for (var at = 0; at < seen.OrderKeys.Count; at++)
        {
            Text($"@g{at}", seen.OrderKeys[at]);
        }
    }

    private void AddJournal(Decided decided)
    {
        Row(
            "journal (call_id, step, at, input, state, flow_hash, prompt_hash, settings_hash, said)",
            "@id, @version, @now, @input, @state, @flow, @prompts, @house, @said");
        Text("@input", JsonSerializer.Serialize(decided.Input, CallJson.Default.CallerInput));
        Text("@flow", decided.Definitions.Flow);
        Text("@prompts", decided.Definitions.Prompts);
        Text("@house", decided.Definitions.House.Hash);
        Text("@said", SaidKeys.Of(decided.Said));
        if (decided.Definitions.House.IsDue(decided.At))
        {
            Row("definitions (hash, kind, content, created_at)", "@house, @kind, @content, @now", Definitions.KeptAgain);
            Text("@kind", Definitions.HouseKind);
            Text("@content", decided.Definitions.House.Text);
        }
    }

    private void AddRequest(NewRequest request, int i)
    {
        Row(
            "requests (id, idempotency_key, call_id, order_id, kind, body, state, attempts, held, created_at)",
            $"@ri{i}, @rk{i}, @id, @ro{i}, @rn{i}, @rb{i}, 'waiting', 0, @rh{i}, @now");
        Text($"@ri{i}", request.Id);
        Text($"@rk{i}", request.Key);
        Text($"@ro{i}", request.Request.OrderId);
        Text($"@rn{i}", RequestKey.KindOf(request.Request));
        Text($"@rb{i}", JsonSerializer.Serialize<Work>(request.Request, CallJson.Default.Work));
        Value($"@rh{i}", DbType.Binary, request.Held);
    }

    private void AddFailure(Persistence.Rows.FailureRow failure, int i)
    {
        Row("failures (at, order_key, caller_key, from_own_number, pin_key, closes_foreign)", $"@now, @xo{i}, @xc{i}, @xn{i}, @xp{i}, @xz{i}");
        Text($"@xo{i}", failure.OrderKey);
        Text($"@xc{i}", failure.CallerKey);
        Number($"@xn{i}", failure.FromOwnNumber ? 1 : 0);
        Text($"@xp{i}", failure.PinKey);
        Number($"@xz{i}", failure.ClosesForeign ? 1 : 0);
    }

    // PostgreSQL writes rows for each call that moved, which is one or none. SQLite counts what the statement before changed: where the call
    // has not moved that is nothing, and so it stays to the end.
    private void Row(string into, string values, string tail = "")
        => _sql.Append(_isPostgres
            ? $", r{_rows++} AS (INSERT INTO {into} SELECT {values} FROM moved {tail})"
            : $"INSERT INTO {into} SELECT {values} WHERE changes() > 0 {tail};");

    private void Text(string name, string? value) => Value(name, DbType.String, value);

    private void Number(string name, int value) => Value(name, DbType.Int32, value);

    private void Value(string name, DbType type, object? value) => _values.Add((name, type, value));
}
