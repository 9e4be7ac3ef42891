using System.Collections.Immutable;
using System.Data.Common;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Replay;

/// <summary>Reads journals of calls, many at once. It changes nothing and may run beside a serving automat.</summary>
internal sealed class JournalReader(Database database)
{
    // Thousands of journals are read by whoever replays them, not by a turn: a second would be too short.
    private const int Seconds = 60;

    private const string Columns = "SELECT call_id, step, at, input, state, prompt_hash, settings_hash, said FROM journal WHERE call_id ";

    /// <summary>The journal of a call; null when there is none.</summary>
    public async Task<CallJournal?> OfAsync(string callId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Columns + "= @call ORDER BY call_id, step";
        command.AddParameter("@call", callId);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The journals of the calls that ended last, in no order.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<CallJournal>> LastAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = Seconds;
        command.CommandText = Columns + "IN (SELECT id FROM calls WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT @count) ORDER BY call_id, step";
        command.AddParameter("@count", count);
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<List<CallJournal>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var journals = new List<CallJournal>();
        var entries = ImmutableArray.CreateBuilder<JournalEntry>();
        var callId = string.Empty;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var next = reader.GetString(0);
            if (next != callId)
            {
                Finish();
                callId = next;
            }

            entries.Add(new JournalEntry(
                reader.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)), reader.GetString(3), reader.GetString(4),
                string.Intern(reader.GetString(5)), string.Intern(reader.GetString(6)), reader.IsDBNull(7) ? null : reader.GetString(7)));
        }

        Finish();
        return journals;

        void Finish()
        {
            if (entries.Count > 0)
            {
                journals.Add(new CallJournal(callId, entries.DrainToImmutable()));
            }
        }
    }
}
