using System.Data.Common;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Calls;

/// <summary>Writes what a decision means for the caller's wait, within the decision's transaction.</summary>
internal static class WaitRows
{
    private const string Join = """
        INSERT INTO transfers (id, call_id, case_number, language, state, waiting_since, moves)
        VALUES (@wait, @call, @case, @language, 'waiting', @since, 0)
        ON CONFLICT (id) DO NOTHING
        """;

    // Whoever took the call a moment before keeps it: the caller is fetched to them.
    private const string Leave = "UPDATE transfers SET state = 'ended', outcome = 'left', ended_at = @now WHERE id = @wait AND state = 'waiting'";

    private const string Over = """
        UPDATE transfers SET outcome = CASE WHEN state = 'talking' THEN 'talked' ELSE @outcome END, state = 'ended', ended_at = @now
        WHERE call_id = @call AND state <> 'ended'
        """;

    private const string Told = """
        INSERT INTO wait_promises (wait, told_at, from_minutes, to_minutes) VALUES (@wait, @now, @from, @to) ON CONFLICT (wait, told_at) DO NOTHING
        """;

    private const string Feed = "INSERT INTO feed (at, kind, call_id) VALUES (@now, @kind, @call)";

    /// <summary>Saves the change, if there is one.</summary>
    /// <returns>False when the caller may not leave any more: the decision must not be saved.</returns>
    public static async Task<bool> SaveAsync(DbConnection connection, DbTransaction? transaction, Decided decided, CancellationToken cancellationToken)
    {
        if (decided.Wait is null)
        {
            return true;
        }

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.AddParameter("@now", decided.At.ToUnixTimeMilliseconds());
        command.AddParameter("@call", decided.Call.Id);
        switch (decided.Wait)
        {
            case WaitJoined joined:
                command.CommandText = Join;
                command.AddParameter("@wait", joined.Name);
                command.AddParameter("@case", joined.CaseNumber);
                command.AddParameter("@language", joined.Language);
                command.AddParameter("@since", joined.Since.ToUnixTimeMilliseconds());
                break;
            case WaitLeft left:
                command.CommandText = Leave;
                command.AddParameter("@wait", left.Name);
                break;
            case WaitTold told:
                command.CommandText = Told;
                command.AddParameter("@wait", told.Name);
                command.AddParameter("@from", told.From);
                command.AddParameter("@to", told.To);
                await command.ExecuteNonQueryAsync(cancellationToken);
                return true;
            case WaitOver over:
                command.CommandText = Over;
                command.AddParameter("@outcome", over.Outcome);
                break;
        }

        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return decided.Wait is not WaitLeft;
        }

        await using var feed = connection.CreateCommand();
        feed.Transaction = transaction;
        feed.CommandText = Feed;
        feed.AddParameter("@kind", FeedKinds.Queue);
        feed.AddParameter("@now", decided.At.ToUnixTimeMilliseconds());
        feed.AddParameter("@call", decided.Call.Id);
        await feed.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }
}
