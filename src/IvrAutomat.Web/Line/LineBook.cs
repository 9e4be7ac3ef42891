using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Line;

/// <summary>
/// How the line is switched. It is read at each new call and kept nowhere else, so a change holds from the next call on, on every
/// instance.
/// </summary>
internal sealed class LineBook(Database database, IDbContextFactory<AutomatDb> contexts, LineOptions options, LinePeople people, AuditBook audit, TimeProvider time)
{
    /// <summary>How it is switched now.</summary>
    public async Task<LineState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.BorrowAsync(cancellationToken);
        var command = connection.Command("SELECT mode, overflow_seconds, share_percent, changed_at, changed_by FROM line WHERE id = @only");
        command.AddParameter("@only", LineRow.Only);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return Of(await reader.ReadAsync(cancellationToken)
            ? new LineRow
            {
                Mode = reader.GetString(0),
                OverflowSeconds = reader.GetInt32(1),
                SharePercent = reader.GetInt32(2),
                ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                ChangedBy = reader.GetString(4),
            }
            : null);
    }

    /// <summary>Switches it.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="mode">How.</param>
    /// <param name="number">Seconds for <see cref="LineMode.Overflow"/>, percent for <see cref="LineMode.Share"/>; null for as it was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LineSwitched> SwitchAsync(string by, LineMode mode, int? number, CancellationToken cancellationToken)
    {
        if (mode != LineMode.On && !people.AreThere)
        {
            return LineSwitched.NobodyThere;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Line.SingleOrDefaultAsync(each => each.Id == LineRow.Only, cancellationToken);
        var before = Of(row);
        var seconds = mode == LineMode.Overflow ? number ?? before.OverflowSeconds : before.OverflowSeconds;
        var percent = mode == LineMode.Share ? number ?? before.SharePercent : before.SharePercent;
        if (seconds is < LineOptions.ShortestOverflow or > LineOptions.LongestOverflow || percent is < 0 or > 100)
        {
            return LineSwitched.OutOfRange;
        }

        if (row is null)
        {
            row = new LineRow { Id = LineRow.Only, Mode = string.Empty, ChangedBy = by };
            db.Line.Add(row);
        }

        (row.Mode, row.OverflowSeconds, row.SharePercent, row.ChangedAt, row.ChangedBy) = ($"{mode}", seconds, percent, time.GetUtcNow(), by);
        audit.Stage(db, by, AuditActs.LineChanged, new(Note: $"{Note(before)} > {Note(Of(row))}"));
        db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Line });
        await db.SaveChangesAsync(cancellationToken);
        return LineSwitched.Done;
    }

    private LineState Of(LineRow? row) => row is null
        ? new(options.Mode, options.OverflowSeconds, options.SharePercent)
        : new(Enum.Parse<LineMode>(row.Mode), row.OverflowSeconds, row.SharePercent) { ChangedAt = row.ChangedAt, ChangedBy = row.ChangedBy };

    private static string Note(LineState state) => state.Mode switch
    {
        LineMode.Overflow => $"{state.Mode} {state.OverflowSeconds} s",
        LineMode.Share => $"{state.Mode} {state.SharePercent} %",
        _ => $"{state.Mode}",
    };
}

/// <summary>Whether there is a number at which people answer.</summary>
internal sealed record LinePeople(bool AreThere);

/// <summary>How the line is switched.</summary>
/// <param name="Mode">Who takes the calls.</param>
/// <param name="OverflowSeconds">How long people ring first.</param>
/// <param name="SharePercent">The automat's share.</param>
internal sealed record LineState(LineMode Mode, int OverflowSeconds, int SharePercent)
{
    /// <summary>When it was switched; null: it is as the settings say.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Who switched it.</summary>
    public string? ChangedBy { get; init; }
}

/// <summary>What became of a wish to switch.</summary>
internal enum LineSwitched
{
    /// <summary>It holds from the next call on.</summary>
    Done,

    /// <summary>Calls would be left to people, and no number of theirs is known.</summary>
    NobodyThere,

    /// <summary>Seconds or percent cannot be those.</summary>
    OutOfRange,
}
