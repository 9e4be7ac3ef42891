using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What agents are doing, and what they say about it at the console. An agent who has never used the console is ready around the clock, so
/// that a shop can answer with nothing but its phones.
/// </summary>
internal sealed class AgentStates(
    IDbContextFactory<AutomatDb> contexts, ShopSettings settings, HandoverOptions options, TransferWorker worker, TimeProvider time)
{
    /// <summary>All agents, in the order of the settings.</summary>
    public async Task<IReadOnlyList<AgentStatus>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var states = await db.AgentStates.AsNoTracking().ToDictionaryAsync(row => row.Agent, StringComparer.Ordinal, cancellationToken);
        var open = await db.Offers.AsNoTracking().Where(offer => offer.EndedAt == null)
            .ToDictionaryAsync(offer => offer.Agent, StringComparer.Ordinal, cancellationToken);
        var asked = await db.Consults.AsNoTracking().Where(consult => consult.EndedAt == null)
            .ToDictionaryAsync(consult => consult.Agent, StringComparer.Ordinal, cancellationToken);
        return [.. settings.Agents.Select(agent => StatusOf(
            agent.Name, states.GetValueOrDefault(agent.Name), open.GetValueOrDefault(agent.Name), asked.GetValueOrDefault(agent.Name)))];
    }

    /// <summary>The agent takes calls from now on, until the shift is over.</summary>
    /// <returns>False when the shop has no such agent.</returns>
    public async Task<bool> SetReadyAsync(string agent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await ChangeAsync(agent, row => row.State == AgentStateName.Ready ? null : new AgentStateRow
        {
            Agent = agent,
            State = AgentStateName.Ready,
            Since = now,
            ShiftUntil = row.ShiftUntil ?? now + TimeSpan.FromHours(options.ShiftHours),
        }, cancellationToken);
    }

    /// <summary>The agent takes no more calls; a talk under way goes on.</summary>
    /// <param name="agent">The agent's name; one whom the shop does not have is passed over.</param>
    /// <param name="reason">Why, as colleagues see it; a word of the console, not a text about a person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SetAwayAsync(string agent, string reason, CancellationToken cancellationToken) => ChangeAsync(
        agent, _ => new AgentStateRow { Agent = agent, State = AgentStateName.Away, Reason = reason, Since = time.GetUtcNow() }, cancellationToken);

    /// <summary>The agent has written down what there was to write, and is ready again; in every other state nothing happens.</summary>
    public Task EndWrapUpAsync(string agent, CancellationToken cancellationToken) => ChangeAsync(
        agent, row => row.State != AgentStateName.WrapUp ? null : new AgentStateRow
        {
            Agent = agent,
            State = AgentStateName.Ready,
            Since = time.GetUtcNow(),
            ShiftUntil = row.ShiftUntil,
        }, cancellationToken);

    private static AgentStatus StatusOf(string agent, AgentStateRow? row, OfferRow? offer, ConsultRow? asked)
    {
        var presence = (offer?.State ?? asked?.State, row?.State) switch
        {
            (OfferState.Taken or ConsultState.Together, _) => AgentPresence.Talking,
            ({ }, _) => AgentPresence.Ringing,
            (_, AgentStateName.Away) => AgentPresence.Away,
            (_, AgentStateName.WrapUp) => AgentPresence.WrapUp,
            _ => AgentPresence.Ready,
        };
        var since = offer?.CreatedAt ?? asked?.CreatedAt ?? row?.Since ?? DateTimeOffset.UnixEpoch;
        var until = presence == AgentPresence.WrapUp ? row?.Until : row?.ShiftUntil;
        return new AgentStatus(agent, presence, row?.Reason, since, until);
    }

    // The state is written anew from what it was: null means that nothing changes.
    private async Task<bool> ChangeAsync(string agent, Func<AgentStateRow, AgentStateRow?> change, CancellationToken cancellationToken)
    {
        if (settings.Agents.All(each => each.Name != agent))
        {
            return false;
        }

        for (var rivals = 0; ; rivals++)
        {
            try
            {
                if (!await TryChangeAsync(agent, change, cancellationToken))
                {
                    return true;
                }

                worker.Wake();
                return true;
            }
            catch (DbUpdateException) when (rivals < 3)
            {
                // Somebody else wrote the agent's first state at the same moment: look again.
            }
        }
    }

    private async Task<bool> TryChangeAsync(string agent, Func<AgentStateRow, AgentStateRow?> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await db.AgentStates.SingleOrDefaultAsync(row => row.Agent == agent, cancellationToken);
        if (change(row ?? new AgentStateRow { Agent = agent, State = string.Empty }) is not { } next)
        {
            return false;
        }

        if (row is { State: AgentStateName.WrapUp })
        {
            await AgentShifts.NoteWrappedAsync(db, row, next.Since, cancellationToken);
        }

        if (row is null)
        {
            db.AgentStates.Add(next);
        }
        else
        {
            db.Entry(row).CurrentValues.SetValues(next);
        }

        db.Feed.Add(new FeedRow { At = next.Since, Kind = FeedKinds.Agent });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}

/// <summary>What an agent is doing.</summary>
/// <param name="Agent">The agent's name.</param>
/// <param name="Presence">What it is.</param>
/// <param name="Reason">Why the agent is away: the agent's own word, <c>rona</c> or <c>shift</c>; null elsewhere.</param>
/// <param name="Since">Since when; 1970 for one who has never used the console and is ready around the clock.</param>
/// <param name="Until">When it ends by itself: the wrap-up, or the shift; null where it does not.</param>
internal sealed record AgentStatus(string Agent, AgentPresence Presence, string? Reason, DateTimeOffset Since, DateTimeOffset? Until);
