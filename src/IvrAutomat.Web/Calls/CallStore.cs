using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// Loads and saves calls. This is the hot path, so it speaks SQL itself: one statement to load, one to save
/// (<see cref="TurnStatement"/>). A save is judged by the version it expects; whoever comes second changes nothing.
/// </summary>
internal sealed class CallStore(Database database, JointCommits commits, RecentCalls recent, Secrets secrets)
{
    /// <summary>The label under which what a call holds is encrypted.</summary>
    public const string Sealed = "call";

    private const string Select = "SELECT version, data, held, answer, answered_step, updated_at, ended_at FROM calls WHERE id = @id";

    /// <summary>The call as this process saved it, waiting at this step; null: it has to be loaded. Its row may have moved on since.</summary>
    public StoredCall? Recall(string callId, int step) => recent.Take(callId, step);

    /// <summary>The call; null when it is not known.</summary>
    public async Task<StoredCall?> LoadAsync(string callId, CancellationToken cancellationToken)
    {
        await using var connection = await database.BorrowAsync(cancellationToken);
        try
        {
            return await LoadAsync(connection, callId, cancellationToken);
        }
        catch (DbException)
        {
            connection.Spoil();
            throw;
        }
    }

    private async Task<StoredCall?> LoadAsync(HotConnection connection, string callId, CancellationToken cancellationToken)
    {
        var command = connection.Command(Select);
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
            reader.IsDBNull(2) ? new HeldValues() : HeldValues.FromBytes(secrets.Unprotect(Sealed, (byte[])reader.GetValue(2))),
            reader.IsDBNull(3) ? null : secrets.Unprotect(Sealed, (byte[])reader.GetValue(3)),
            reader.GetInt32(4),
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
            !reader.IsDBNull(6));
    }

    /// <summary>Saves one decision with all that it asks for.</summary>
    /// <returns>False when the call has moved on since it was loaded: nothing has been saved.</returns>
    public async Task<bool> SaveAsync(Decided decided, CancellationToken cancellationToken)
    {
        if (!await WriteAsync(decided, cancellationToken))
        {
            recent.Forget(decided.Call.Id);
            return false;
        }

        recent.Keep(decided);
        decided.Definitions.House.Stored(decided.At);
        return true;
    }

    /// <summary>Whether a call is still where it was.</summary>
    public async Task<bool> IsAtAsync(Call call, CancellationToken cancellationToken)
        => await LoadAsync(call.Id, cancellationToken) is { } stored && stored.Call.Version == call.Version;

    private async Task<bool> WriteAsync(Decided decided, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var statement = TurnStatement.Of(decided, database.IsPostgres, secrets);
        if (!database.IsPostgres)
        {
            return await commits.SaveAsync(async connection => await statement.ExecuteAsync(connection, CancellationToken.None)
                && await WaitRows.SaveAsync(connection.Connection, transaction: null, decided, CancellationToken.None));
        }

        await using var connection = await database.BorrowAsync(cancellationToken);
        if (decided.Wait is null)
        {
            // One statement is its own transaction, and one round trip.
            return await statement.ExecuteAsync(connection, cancellationToken);
        }

        await using var transaction = await connection.Connection.BeginTransactionAsync(cancellationToken);
        if (!await statement.ExecuteAsync(connection, cancellationToken)
            || !await WaitRows.SaveAsync(connection.Connection, transaction, decided, cancellationToken))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
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

    /// <summary>The failures that the decision rests on; where they are others now, it is not saved. Null: it rests on none.</summary>
    public FailuresSeen? Seen { get; init; }

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
