using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>One caller who waits for a colleague, or talks to one.</summary>
/// <param name="Wait">The wait.</param>
/// <param name="Offer">The offer under way, or the one whose agent took the call; null while nobody is rung.</param>
/// <param name="Reason">Why the call goes to a person, by its name; null while nobody knows.</param>
/// <param name="Consult">The colleague who is asked during the talk; null while nobody is.</param>
internal sealed record Waiting(TransferRow Wait, OfferRow? Offer, string? Reason, ConsultRow? Consult)
{
    /// <summary>Whether it is this agent's: they are rung for it, talk, or are asked by a colleague.</summary>
    public bool IsOf(string? agent) => agent is not null && (Offer?.Agent == agent || Consult?.Agent == agent);
}

/// <summary>Reads who waits and who talks to whom, as the database has it.</summary>
internal sealed class QueueSight(IDbContextFactory<AutomatDb> contexts)
{
    /// <summary>Everybody who waits or talks, the longest first.</summary>
    public async Task<IReadOnlyList<Waiting>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waits = await db.Transfers.AsNoTracking().Where(wait => wait.State != TransferState.Ended).OrderBy(wait => wait.WaitingSince).ToListAsync(cancellationToken);
        var names = waits.Select(wait => wait.Id).ToList();
        var offers = await db.Offers.AsNoTracking().Where(offer => names.Contains(offer.TransferId) && offer.EndedAt == null).ToListAsync(cancellationToken);
        var consults = await db.Consults.AsNoTracking().Where(consult => consult.EndedAt == null).ToListAsync(cancellationToken);
        var numbers = waits.Select(wait => wait.CaseNumber).OfType<string>().ToList();
        var reasons = await db.Cases.AsNoTracking().Where(row => numbers.Contains(row.Number)).ToDictionaryAsync(row => row.Number, row => row.Reason, cancellationToken);
        return [.. waits.Select(wait => new Waiting(
            wait, offers.Find(offer => offer.TransferId == wait.Id), wait.CaseNumber is { } number ? reasons.GetValueOrDefault(number) : null,
            consults.Find(consult => consult.TransferId == wait.Id)))];
    }
}
