using System.Collections.Concurrent;
using System.Security.Cryptography;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Outside;

/// <summary>
/// Performs writes to outside systems so that none is done twice: the intent is committed before anything is sent; what was sent and not
/// answered is looked for first; it is sent again only when the other side can be read and does not have it; and where it cannot be read, a
/// person finds out.
/// </summary>
internal sealed partial class OutsideActs(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, TimeProvider time, ILogger<OutsideActs> log)
{
    /// <summary>
    /// How long after sending the other side is believed when it says that it has nothing: what is still on its way there would be done twice.
    /// </summary>
    public static readonly TimeSpan SettlesIn = OutsideHttp.Limit + TimeSpan.FromSeconds(2);

    // Since when this process knows that something was sent: the wall clock may have jumped, or another machine may have sent it.
    private readonly ConcurrentDictionary<(string Act, int Sent), long> _sentAt = new();

    /// <summary>What an earlier attempt of a request began; null when none did.</summary>
    public async Task<OutsideActRow?> FindAsync(string requestId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OutsideActs.AsNoTracking().Where(row => row.RequestId == requestId)
            .OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Performs a write, or finds that it was performed.</summary>
    /// <param name="requestId">The request; it writes at most once to each system.</param>
    /// <param name="before">The order on which it was decided; kept from the first attempt on.</param>
    /// <param name="write">What to do.</param>
    /// <param name="cancellationToken">Gives up with an exception; a later attempt looks.</param>
    /// <returns>
    /// <see cref="OutsideOutcome.Done"/>, <see cref="OutsideOutcome.Refused"/>, <see cref="OutsideOutcome.Hopeless"/>,
    /// <see cref="OutsideOutcome.CannotTell"/>, <see cref="OutsideOutcome.NotDone"/> or <see cref="OutsideOutcome.Unknown"/>.
    /// </returns>
    public async Task<OutsideOutcome> PerformAsync(string requestId, Order before, OutsideWrite write, CancellationToken cancellationToken)
    {
        var act = await BeginAsync(requestId, before, write, cancellationToken);
        if (act.State == OutsideActState.Done)
        {
            return new OutsideOutcome.Done(ResultOf(act));
        }

        if (act is { State: OutsideActState.Sending, Sent: > 0 } && await LookAsync(act, write, cancellationToken) is { } known)
        {
            return known;
        }

        if (!await ClaimAsync(act, cancellationToken))
        {
            return new OutsideOutcome.Unknown("another attempt");
        }

        var outcome = await write.SendAsync(act.Reference, cancellationToken);
        await SettleAsync(act, write, outcome);
        return outcome;
    }

    private async Task<OutsideActRow> BeginAsync(string requestId, Order before, OutsideWrite write, CancellationToken cancellationToken)
    {
        var id = $"{requestId}/{write.System}";
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.OutsideActs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } existing)
        {
            return existing;
        }

        var now = time.GetUtcNow();
        var act = new OutsideActRow
        {
            Id = id,
            RequestId = requestId,
            System = write.System,
            Kind = write.Kind,
            State = OutsideActState.NotDone,
            Reference = RandomNumberGenerator.GetHexString(16, lowercase: true),
            Before = StoredJson.Write(before),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.OutsideActs.Add(act);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return act;
        }
        catch (DbUpdateException)
        {
            // Another attempt of the same request was quicker.
            return await db.OutsideActs.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        }
    }

    // Null: it is certainly not there, and may be sent.
    private async Task<OutsideOutcome?> LookAsync(OutsideActRow act, OutsideWrite write, CancellationToken cancellationToken)
    {
        var found = await write.FindAsync(act.Reference, cancellationToken);
        switch (found)
        {
            case OutsideOutcome.Absent when time.GetElapsedTime(_sentAt.GetOrAdd((act.Id, act.Sent), time.GetTimestamp())) < SettlesIn:
                return new OutsideOutcome.Unknown("too early to tell");
            case OutsideOutcome.Absent:
                LogAbsent(write.System, write.Kind);
                return null;
            case OutsideOutcome.Done:
                LogFound(write.System, write.Kind);
                await SettleAsync(act, write, found);
                return found;
            default:
                return found;
        }
    }

    // Whoever sends has said so before: two attempts can never both send on the same knowledge.
    private async Task<bool> ClaimAsync(OutsideActRow act, CancellationToken cancellationToken)
    {
        var (sent, now) = (act.Sent, time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var won = await db.OutsideActs.Where(row => row.Id == act.Id && row.Sent == sent && row.State == act.State).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OutsideActState.Sending).SetProperty(row => row.Sent, sent + 1).SetProperty(row => row.UpdatedAt, now),
            cancellationToken);
        (act.Sent, act.State, act.UpdatedAt) = (sent + 1, OutsideActState.Sending, now);
        _sentAt[(act.Id, act.Sent)] = time.GetTimestamp();
        return won == 1;
    }

    private async Task SettleAsync(OutsideActRow act, OutsideWrite write, OutsideOutcome outcome)
    {
        var (state, why) = outcome switch
        {
            OutsideOutcome.Done => (OutsideActState.Done, null),
            OutsideOutcome.Refused refused => (OutsideActState.Refused, $"{refused.Why}"),
            OutsideOutcome.Hopeless hopeless => (OutsideActState.Refused, hopeless.Why),
            OutsideOutcome.NotDone not => (OutsideActState.NotDone, not.Why),
            OutsideOutcome.Unknown unknown => (OutsideActState.Sending, unknown.Why),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, $"{write} cannot come to this by being sent."),
        };
        if (why is not null)
        {
            LogEnded(write.System, write.Kind, state, why);
        }

        if (state != OutsideActState.Sending)
        {
            _sentAt.TryRemove((act.Id, act.Sent), out _);
        }

        var result = outcome is OutsideOutcome.Done { Result: { } text } ? secrets.Protect(SecretLabel.Outside, text) : null;
        var (sent, now) = (act.Sent, time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.OutsideActs.Where(row => row.Id == act.Id && row.Sent == sent).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.Result, result).SetProperty(row => row.UpdatedAt, now),
            CancellationToken.None);
    }

    private string? ResultOf(OutsideActRow act) => act.Result is { } kept ? secrets.UnprotectText(SecretLabel.Outside, kept) : null;

    [LoggerMessage(EventId = 3021, Level = LogLevel.Information, Message = "{System} has done a '{Kind}' whose answer was lost")]
    private partial void LogFound(string system, string kind);

    [LoggerMessage(EventId = 3022, Level = LogLevel.Information, Message = "{System} does not have a '{Kind}' whose answer was lost; it is sent again")]
    private partial void LogAbsent(string system, string kind);

    [LoggerMessage(EventId = 3023, Level = LogLevel.Warning, Message = "{System} did not confirm a '{Kind}', which is now {State}: {Why}")]
    private partial void LogEnded(string system, string kind, string state, string why);
}
