using IvrAutomat.Figures;
using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Figures;

/// <summary>Reads the figures of the present day from calls, waits, offers and cases.</summary>
internal sealed class DayBook(IDbContextFactory<AutomatDb> contexts, AgentStates states, EndedCalls ended, ShopSettings settings, TimeProvider time)
{
    /// <summary>The states of a conversation in which the caller waits for a person, and talks to one.</summary>
    public const string Waiting = "WaitingForAgent", Talking = "TalkingToAgent";

    /// <summary>The day until now.</summary>
    public async Task<DayFigures> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = settings.EndOf(settings.DayOf(now).AddDays(-1)).AddMinutes(1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var weekAgo = now - Containment.Again;
        var calls = (await ended.ReadAsync(cancellationToken)).Calls.Select(call => new CallFigure(call.StartedAt, call.OrderId, call.ToPerson)).ToList();
        var waits = await db.Transfers.AsNoTracking().Where(wait => wait.EndedAt != null && wait.EndedAt >= today && (wait.WaitingSince >= today || wait.CallbackCase != null))
            .Where(wait => wait.CallbackCase == null || wait.Outcome == TransferOutcome.Talked).ToListAsync(cancellationToken);
        var wrapped = await db.Offers.Where(offer => offer.CreatedAt >= today && offer.WrappedAt != null)
            .Select(offer => new { offer.Id, offer.WrappedAt }).ToDictionaryAsync(offer => offer.Id, offer => offer.WrappedAt, cancellationToken);
        var live = await db.Calls.AsNoTracking().Where(call => call.EndedAt == null).Select(call => new { call.State, call.OrderId }).ToListAsync(cancellationToken);
        var since = await db.Transfers.AsNoTracking().Where(wait => wait.State == TransferState.Waiting).Select(wait => wait.WaitingSince).ToListAsync(cancellationToken);
        return new DayFigures(
            now,
            live.GroupBy(call => PlaceOf(call.State, call.OrderId)).ToDictionary(group => group.Key, group => group.Count()),
            since.Count,
            since.Count == 0 ? null : now - since.Min(),
            QueueFigures.Of(Ends(waits, wrapped)),
            await PromisesAsync(db, today, now, cancellationToken),
            Containment.Of(calls, today, now.AddTicks(1)),
            Containment.Of(calls, weekAgo, now.AddTicks(1)),
            [.. Enumerable.Range(0, 24).Select(hour => calls.Count(call => call.At >= today && TimeZoneInfo.ConvertTime(call.At, settings.Profile.TimeZone).Hour == hour))],
            await AgentsAsync(db, today, cancellationToken));
    }

    private static CallPlace PlaceOf(string state, string? order) => state switch
    {
        Waiting => CallPlace.Waiting,
        Talking => CallPlace.Talking,
        _ => order is null ? CallPlace.Identifying : CallPlace.WithOrder,
    };

    private static IEnumerable<WaitEnd> Ends(IEnumerable<TransferRow> waits, IReadOnlyDictionary<string, DateTimeOffset?> wrapped) => waits.Select(wait =>
    {
        if (wait.Outcome != TransferOutcome.Talked || wait.EndedAt is not { } ended)
        {
            return new WaitEnd((wait.EndedAt ?? wait.WaitingSince) - wait.WaitingSince, wait.Outcome == TransferOutcome.Gone ? WaitEnding.Abandoned : WaitEnding.Left);
        }

        // The work after the talk is known once it is done; an agent who has none is done with the talk.
        var answered = wait.TakenAt ?? wait.WaitingSince;
        var done = wait.OfferId is { } offer && wrapped.GetValueOrDefault(offer) is { } at && at > ended ? at : ended;
        return new WaitEnd(answered - wait.WaitingSince, wait.IsCallback ? WaitEnding.CalledBack : WaitEnding.Answered, done - answered);
    });

    private static async Task<PromiseFigures> PromisesAsync(AutomatDb db, DateTimeOffset today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = await db.WaitPromises.AsNoTracking().Where(promise => promise.ToldAt >= today)
            .Join(db.Transfers, promise => promise.Wait, wait => wait.Id, (promise, wait) => new
            {
                promise.ToldAt,
                promise.FromMinutes,
                promise.ToMinutes,
                wait.TakenAt,
                wait.EndedAt,
                wait.Outcome,
            }).ToListAsync(cancellationToken);
        return PromiseFigures.Of(told.Select(each => new WaitPromise(
            TimeSpan.FromMinutes(each.FromMinutes),
            TimeSpan.FromMinutes(each.ToMinutes),
            (each.TakenAt ?? each.EndedAt ?? now) - each.ToldAt,
            each.TakenAt is not null)));
    }

    private async Task<IReadOnlyList<AgentFigure>> AgentsAsync(AutomatDb db, DateTimeOffset today, CancellationToken cancellationToken)
    {
        var offers = await db.Offers.AsNoTracking().Where(offer => offer.CreatedAt >= today || offer.EndedAt == null)
            .Select(offer => new { offer.Agent, offer.Result }).ToListAsync(cancellationToken);
        var cases = await db.Cases.AsNoTracking().Where(row => row.ClosedAt == null || row.ClosedAt >= today)
            .Select(row => new { row.Owner, row.DueAt, row.ClosedAt }).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return [.. (await states.AllAsync(cancellationToken)).Select(agent => new AgentFigure(
            agent.Agent,
            agent.Presence,
            offers.Count(offer => offer.Agent == agent.Agent && offer.Result == nameof(OfferEnd.Talked)),
            offers.Count(offer => offer.Agent == agent.Agent && offer.Result is nameof(OfferEnd.Unanswered) or nameof(OfferEnd.Voicemail)),
            cases.Count(row => row.Owner == agent.Agent && row.ClosedAt is null),
            cases.Count(row => row.Owner == agent.Agent && row.ClosedAt is null && row.DueAt <= now),
            cases.Count(row => row.Owner == agent.Agent && row.ClosedAt is not null)))];
    }
}

/// <summary>Where in the conversation a call is.</summary>
internal enum CallPlace
{
    /// <summary>No order is proved yet.</summary>
    Identifying,

    /// <summary>At an order that is proved.</summary>
    WithOrder,

    /// <summary>In the queue.</summary>
    Waiting,

    /// <summary>With a person.</summary>
    Talking,
}

/// <summary>A day until an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Live">Calls under way, by where they are.</param>
/// <param name="Waiting">Callers who wait for a person.</param>
/// <param name="Longest">How long the first of them has waited; null when nobody waits.</param>
/// <param name="Queue">What the queue did today.</param>
/// <param name="Promises">How often it was true what waiting callers were told today.</param>
/// <param name="Today">What became of today's calls.</param>
/// <param name="Week">What became of the calls of the last seven days.</param>
/// <param name="Hours">Calls that began in each hour of the shop's day.</param>
/// <param name="Agents">The colleagues.</param>
internal sealed record DayFigures(
    DateTimeOffset At, IReadOnlyDictionary<CallPlace, int> Live, int Waiting, TimeSpan? Longest, QueueFigures Queue, PromiseFigures Promises, Containment Today, Containment Week,
    IReadOnlyList<int> Hours, IReadOnlyList<AgentFigure> Agents);

/// <summary>A colleague's day.</summary>
/// <param name="Name">Who.</param>
/// <param name="Presence">What the colleague does now.</param>
/// <param name="Talks">Calls taken today.</param>
/// <param name="Missed">Calls that rang today and were not answered.</param>
/// <param name="Open">Open cases.</param>
/// <param name="Overdue">Of these, past their time.</param>
/// <param name="Closed">Cases closed today.</param>
internal sealed record AgentFigure(string Name, AgentPresence Presence, int Talks, int Missed, int Open, int Overdue, int Closed);
