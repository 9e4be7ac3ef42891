using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// Loads and saves calls. This is the hot path, so it speaks SQL itself: one statement to load, one transaction to
/// save. A save is judged by the version it expects; whoever comes second changes nothing.
/// </summary>
internal sealed class CallStore(Database database, Secrets secrets)
{
    private const string SealedCall = "call";

    private const string Select = "SELECT version, data, held, answer, answered_step, updated_at, ended_at FROM calls WHERE id = @id";

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

    private const string Caller = """
        INSERT INTO callers (key, last_call_at, language, slow) VALUES (@key, @now, @chosen, @slow)
        ON CONFLICT (key) DO UPDATE SET last_call_at = excluded.last_call_at, language = COALESCE(excluded.language, callers.language),
            slow = COALESCE(excluded.slow, callers.slow)
        """;

    /// <summary>The call; null when it is not known.</summary>
    public async Task<StoredCall?> LoadAsync(string callId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Select;
        command.AddParameter("@id", callId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var call = JsonSerializer.Deserialize(reader.GetString(1), CallJson.Default.Call)
            ?? throw new InvalidDataException("A stored call is empty.");
        return new StoredCall(
            call with { Version = reader.GetInt32(0) },
            reader.IsDBNull(2) ? new HeldValues() : HeldValues.FromBytes(secrets.Unprotect(SealedCall, (byte[])reader.GetValue(2))),
            reader.IsDBNull(3) ? null : secrets.Unprotect(SealedCall, (byte[])reader.GetValue(3)),
            reader.GetInt32(4),
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
            !reader.IsDBNull(6));
    }

    /// <summary>Saves one decision with all that it asks for.</summary>
    /// <returns>False when the call has moved on since it was loaded: nothing has been saved.</returns>
    public async Task<bool> SaveAsync(Decided decided, CancellationToken cancellationToken)
    {
        using var turn = await database.WriteAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = decided.ExpectedVersion == 0 ? Insert : Update;
        AddCall(command, decided);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0
            || !await WaitRows.SaveAsync(connection, transaction, decided, cancellationToken))
        {
            return false;
        }

        await using var rows = connection.CreateCommand();
        rows.Transaction = transaction;
        AddRows(rows, decided);
        await rows.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        decided.Definitions.House.IsStored = true;
        return true;
    }

    private void AddCall(DbCommand command, Decided decided)
    {
        var call = decided.Call;
        command.AddParameter("@id", call.Id);
        command.AddParameter("@version", call.Version);
        command.AddParameter("@expected", decided.ExpectedVersion);
        command.AddParameter("@state", call.State);
        command.AddParameter("@data", JsonSerializer.Serialize(call, CallJson.Default.Call));
        command.AddBytes("@held", decided.IsOver ? null : secrets.Protect(SealedCall, decided.Held.ToBytes()));
        command.AddBytes("@answer", decided.Answer is { } answer ? secrets.Protect(SealedCall, answer) : null);
        command.AddParameter("@answered", decided.AnsweredStep);
        command.AddParameter("@language", call.Language);
        command.AddParameter("@now", decided.At.ToUnixTimeMilliseconds());
        command.AddInstant("@ended", decided.IsOver ? decided.At : null);
        command.AddParameter("@order", call.Order?.Id);
        command.AddParameter("@handover", call.Handover?.Reason.ToString());
        command.AddParameter("@failures", call.Identification.Failures);
        if (decided.ExpectedVersion == 0)
        {
            command.AddParameter("@caller", decided.CallerKey);
        }
    }

    // All rows of a turn go in one command: one round trip, whatever the turn asks for.
    private static void AddRows(DbCommand command, Decided decided)
    {
        var sql = new StringBuilder(512);
        sql.Append("INSERT INTO journal (call_id, step, at, input, state, flow_hash, prompt_hash, settings_hash, said) VALUES (@id, @version, @now, @input, @state, @flow, @prompts, @settings, @said);");
        command.AddParameter("@id", decided.Call.Id);
        command.AddParameter("@version", decided.Call.Version);
        command.AddParameter("@now", decided.At.ToUnixTimeMilliseconds());
        command.AddParameter("@input", JsonSerializer.Serialize(decided.Input, CallJson.Default.CallerInput));
        command.AddParameter("@state", decided.Call.State);
        command.AddParameter("@flow", decided.Definitions.Flow);
        command.AddParameter("@prompts", decided.Definitions.Prompts);
        command.AddParameter("@settings", decided.Definitions.House.Hash);
        command.AddParameter("@said", SaidKeys.Of(decided.Said));
        AddHouse(sql, command, decided);
        AddFeed(sql, command, decided);
        AddRequests(sql, command, decided);
        AddFailures(sql, command, decided);
        if (decided.Unheard is { } unheard)
        {
            sql.Append("INSERT INTO unheard (call_id, state, language, words, at) VALUES (@id, @us, @ul, @uw, @now);");
            command.AddParameter("@us", unheard.State);
            command.AddParameter("@ul", decided.Call.Language);
            command.AddParameter("@uw", unheard.Words);
        }

        if (decided.CallerKey is { } key)
        {
            sql.Append(Caller).Append(';');
            command.AddParameter("@key", key);
            command.AddParameter("@chosen", decided.ChosenLanguage);
            command.AddFlag("@slow", decided.Slow);
        }

        // Table and column names are constants above; every value is a parameter.
#pragma warning disable CA2100
        command.CommandText = sql.ToString();
#pragma warning restore CA2100
    }

    // Each call begins by keeping what it is decided with, so that nothing that a live call refers to is ever erased as unused.
    private static void AddHouse(StringBuilder sql, DbCommand command, Decided decided)
    {
        if (decided.ExpectedVersion != 0 && decided.Definitions.House.IsStored)
        {
            return;
        }

        sql.Append(KeptHouse.Insert).Append(';');
        command.AddParameter("@hash", decided.Definitions.House.Hash);
        command.AddParameter("@kind", Calls.Definitions.HouseKind);
        command.AddParameter("@content", decided.Definitions.House.Text);
    }

    private static void AddFeed(StringBuilder sql, DbCommand command, Decided decided)
    {
        for (var i = 0; i < decided.Events.Length; i++)
        {
            sql.Append("INSERT INTO feed (at, kind, call_id, order_id) VALUES (@now, @fk").Append(i).Append(", @id, @fo").Append(i).Append(");");
            command.AddParameter($"@fk{i}", decided.Events[i].Kind.ToString());
            command.AddParameter($"@fo{i}", decided.Events[i].OrderId);
        }
    }

    private static void AddRequests(StringBuilder sql, DbCommand command, Decided decided)
    {
        for (var i = 0; i < decided.Requests.Length; i++)
        {
            var request = decided.Requests[i];
            sql.Append("INSERT INTO requests (id, idempotency_key, call_id, order_id, kind, body, state, attempts, held, created_at) VALUES (@ri")
                .Append(i).Append(", @rk").Append(i).Append(", @id, @ro").Append(i).Append(", @rn").Append(i).Append(", @rb").Append(i)
                .Append(", 'waiting', 0, @rh").Append(i).Append(", @now);");
            command.AddParameter($"@ri{i}", request.Id);
            command.AddParameter($"@rk{i}", request.Key);
            command.AddParameter($"@ro{i}", request.Request.OrderId);
            command.AddParameter($"@rn{i}", RequestKey.KindOf(request.Request));
            command.AddParameter($"@rb{i}", JsonSerializer.Serialize<Work>(request.Request, CallJson.Default.Work));
            command.AddBytes($"@rh{i}", request.Held);
        }
    }

    private static void AddFailures(StringBuilder sql, DbCommand command, Decided decided)
    {
        for (var i = 0; i < decided.Failures.Length; i++)
        {
            var failure = decided.Failures[i];
            sql.Append("INSERT INTO failures (at, order_key, caller_key, from_own_number, pin_key, closes_foreign) VALUES (@now, @xo").Append(i)
                .Append(", @xc").Append(i).Append(", @xn").Append(i).Append(", @xp").Append(i).Append(", @xz").Append(i).Append(");");
            command.AddParameter($"@xo{i}", failure.OrderKey);
            command.AddParameter($"@xc{i}", failure.CallerKey);
            command.AddParameter($"@xn{i}", failure.FromOwnNumber ? 1 : 0);
            command.AddParameter($"@xp{i}", failure.PinKey);
            command.AddParameter($"@xz{i}", failure.ClosesForeign ? 1 : 0);
        }
    }

}

/// <summary>A call as it was loaded.</summary>
/// <param name="Call">The call.</param>
/// <param name="Held">What it holds back from the dialogue.</param>
/// <param name="Answer">The last answer; null before the first.</param>
/// <param name="AnsweredStep">The step that <paramref name="Answer"/> answers; −1 before the first.</param>
/// <param name="UpdatedAt">When it was last saved.</param>
/// <param name="HasEnded">The conversation is over.</param>
internal sealed record StoredCall(
    Call Call, HeldValues Held, byte[]? Answer, int AnsweredStep, DateTimeOffset UpdatedAt, bool HasEnded);

/// <summary>One decision as it is saved.</summary>
internal sealed record Decided
{
    public required Call Call { get; init; }

    public required int ExpectedVersion { get; init; }

    public required HeldValues Held { get; init; }

    public required CallerInput Input { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DefinitionHashes Definitions { get; init; }

    public required bool IsOver { get; init; }

    /// <summary>The answer, when the turn is answered by this decision.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>The step that is answered; −1 when work comes first.</summary>
    public int AnsweredStep { get; init; } = -1;

    /// <summary>What this decision says.</summary>
    public ImmutableArray<Utterance> Said { get; init; } = [];

    public ImmutableArray<CallEvent> Events { get; init; } = [];

    public ImmutableArray<NewRequest> Requests { get; init; } = [];

    public ImmutableArray<FailureRow> Failures { get; init; } = [];

    /// <summary>What was said in which state and not understood; null where nothing is kept.</summary>
    public UnheardSaying? Unheard { get; init; }

    /// <summary>The keyed hash of the caller's number, when the call begins, a language is chosen, or slow mode is entered or left.</summary>
    public string? CallerKey { get; init; }

    /// <summary>The language that the caller chose by this input, to be remembered; null: as it was.</summary>
    public string? ChosenLanguage { get; init; }

    /// <summary>Slow mode was entered or left, to be remembered; null: as it was.</summary>
    public bool? Slow { get; init; }

    /// <summary>What becomes of the caller's wait for a person; null when nothing does.</summary>
    public WaitChange? Wait { get; init; }
}

/// <summary>What a caller said and nobody understood.</summary>
/// <param name="State">The state that listened.</param>
/// <param name="Words">The words, numbers left out.</param>
internal sealed record UnheardSaying(string State, string Words);

/// <summary>A request as it enters the ledger.</summary>
/// <param name="Id">Names the row; the same decision gives the same id.</param>
/// <param name="Key">Call, order, kind and counter: a second row with the same key is impossible.</param>
/// <param name="Request">What is promised.</param>
/// <param name="Held">What only the host knows and the request needs, encrypted; null where nothing is.</param>
internal sealed record NewRequest(string Id, string Key, Request Request, byte[]? Held);

/// <summary>Which flow, prompts and facts of the house a decision was made with.</summary>
internal sealed record DefinitionHashes(string Flow, string Prompts, KeptHouse House);
