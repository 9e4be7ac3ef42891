using IvrAutomat.Cases;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Cases;

/// <summary>
/// What colleagues do to cases. A case that a colleague has in hand can be changed by nobody else but a supervisor; of two who want the same
/// thing exactly one gets it, and the other learns who was first.
/// </summary>
internal sealed class CaseDesk(
    IDbContextFactory<AutomatDb> contexts, CaseShelf shelf, CaseHistory history, CaseLetters letters, OwnFaults faults, ShopSettings settings, TimeProvider time)
{
    /// <summary>The cases of a filter, in the order of the work.</summary>
    public Task<IReadOnlyList<CaseLine>> ListAsync(CaseFilter filter, CancellationToken cancellationToken) => shelf.ListAsync(filter, cancellationToken);

    /// <summary>How many open cases of an owner, or of everybody, are past their time.</summary>
    public Task<int> OverdueAsync(string? owner, CancellationToken cancellationToken) => shelf.OverdueAsync(owner, cancellationToken);

    /// <summary>Everything about a case; null when there is none. Whoever shows it notes the look in the audit log.</summary>
    public Task<CaseView?> FindAsync(string number, CancellationToken cancellationToken) => shelf.FindAsync(number, cancellationToken);

    /// <summary>Takes a case in hand: it is the colleague's from now on.</summary>
    public Task<CaseOutcome> ClaimAsync(string number, Colleague who, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return ActAsync(
            number, who, New(CaseAct.Claimed),
            mine => mine.Where(row => row.ClaimedAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Owner, who.Name).SetProperty(row => row.ClaimedAt, now), cancellationToken),
            cancellationToken);
    }

    /// <summary>Puts a case back, so that anybody may take it; until somebody does its owner answers for it.</summary>
    public Task<CaseOutcome> ReleaseAsync(string number, Colleague who, CancellationToken cancellationToken) => ActAsync(
        number, who, New(CaseAct.Released),
        mine => mine.Where(row => row.ClaimedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedAt, (DateTimeOffset?)null), cancellationToken),
        cancellationToken);

    /// <summary>Hands a case to a colleague.</summary>
    public Task<CaseOutcome> HandOverAsync(string number, string to, Colleague who, CancellationToken cancellationToken)
        => !IsColleague(to) ? Task.FromResult<CaseOutcome>(new CaseNobody()) : ActAsync(
            number, who, New(CaseAct.HandedOver, to),
            mine => mine.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Owner, to).SetProperty(row => row.ClaimedAt, (DateTimeOffset?)null), cancellationToken),
            cancellationToken);

    /// <summary>Hands all open cases of a colleague who goes away to another, or shares them out among all others, in one step.</summary>
    /// <param name="from">Whose.</param>
    /// <param name="to">To whom; null to share them out.</param>
    /// <param name="who">Who does it: the colleague, or a supervisor.</param>
    /// <param name="cancellationToken">Gives up: then nothing has been handed over.</param>
    /// <returns>How many were handed over; null when this colleague may not, or there is nobody to take them.</returns>
    public async Task<int?> HandOverAllAsync(string from, string? to, Colleague who, CancellationToken cancellationToken)
    {
        string[] others = [.. settings.Agents.Select(agent => agent.Name).Where(name => name != from && (to is null || name == to))];
        if (others.Length == 0 || (from != who.Name && who.Role < AccountRole.Supervisor))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var load = await db.Cases.Where(row => row.ClosedAt == null && others.Contains(row.Owner)).GroupBy(row => row.Owner)
            .Select(group => new { Owner = group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Owner, each => each.Count, cancellationToken);
        var rows = await db.Cases.AsNoTracking().Where(row => row.ClosedAt == null && row.Owner == from).OrderBy(row => row.DueAt).ToListAsync(cancellationToken);
        var owners = CaseSharing.Among(rows.Select(row => row.Id), [.. others.Select(name => KeyValuePair.Create(name, load.GetValueOrDefault(name)))]);
        var handed = 0;
        foreach (var (row, (_, owner)) in rows.Zip(owners))
        {
            // Whatever was closed, or went to somebody else, since it was read stays as it is.
            if (await db.Cases.Where(each => each.Id == row.Id && each.ClosedAt == null && each.Owner == from).ExecuteUpdateAsync(
                set => set.SetProperty(each => each.Owner, owner).SetProperty(each => each.ClaimedAt, (DateTimeOffset?)null), cancellationToken) > 0)
            {
                history.Stage(db, row, who, New(CaseAct.HandedOver, owner));
                handed++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return handed;
    }

    /// <summary>Adds a note for colleagues; to a closed case as well, and whoever has it in hand.</summary>
    public async Task<CaseOutcome> NoteAsync(string number, InternalNote note, Colleague who, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, number, cancellationToken) is not { } row)
        {
            return new CaseGone();
        }

        history.Stage(db, row, who, New(CaseAct.Noted) with { Note = note });
        await db.SaveChangesAsync(cancellationToken);
        return new CaseDone();
    }

    /// <summary>Writes to the customer, signed by the colleague; only to the contact of the order.</summary>
    /// <param name="number">The case.</param>
    /// <param name="words">The colleague's words.</param>
    /// <param name="once">The same words with the same mark are sent once, however often the form arrives.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="cancellationToken">Gives up: then nothing is sent.</param>
    public Task<CaseOutcome> WriteAsync(string number, CustomerText words, Guid once, Colleague who, CancellationToken cancellationToken)
        => letters.WriteAsync(number, words, once, who, cancellationToken);

    /// <summary>Closes a case by saying what came of it.</summary>
    public Task<CaseOutcome> CloseAsync(string number, Disposition disposition, Colleague who, CancellationToken cancellationToken)
        => ActAsync(number, who, New(CaseAct.Closed, $"{disposition}"), mine => ShutAsync(mine, disposition, who, cancellationToken), cancellationToken);

    /// <summary>Opens a closed case again: it is the colleague's, and due as it was.</summary>
    public async Task<CaseOutcome> ReopenAsync(string number, Colleague who, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(db, number, cancellationToken) is not { } row)
        {
            return new CaseGone();
        }

        if (await db.Cases.Where(each => each.OrderId != null && each.OrderId == row.OrderId && each.Kind == row.Kind && each.ClosedAt == null && each.Id != row.Id)
            .Select(each => each.Number).FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            return new CaseElsewhere(other);
        }

        var opened = await db.Cases.Where(each => each.Id == row.Id && each.ClosedAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.ClosedAt, (DateTimeOffset?)null).SetProperty(each => each.ClosedBy, (string?)null)
                .SetProperty(each => each.Disposition, (string?)null).SetProperty(each => each.Owner, who.Name).SetProperty(each => each.ClaimedAt, now),
            cancellationToken);
        return opened == 0 ? new CaseDone() : await DoneAsync(db, row, who, New(CaseAct.Reopened), cancellationToken);
    }

    /// <summary>Says that it is no mistake of the shop any more: the case is closed, and callers are not told of it until something new happens.</summary>
    public async Task<CaseOutcome> ClearFaultAsync(string number, Colleague who, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(db, number, cancellationToken) is not { } row)
        {
            return new CaseGone();
        }

        if (await ShutAsync(Mine(db, row, who), Disposition.NothingOwed, who, cancellationToken) == 0)
        {
            return await WhyNotAsync(db, number, cancellationToken);
        }

        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(each => each.Id == row.OrderId, cancellationToken);
        return order is null || !await faults.ClearAsync(db, OrderBook.OrderOf(order), who.Name, cancellationToken)
            ? new CaseFaultless()
            : await DoneAsync(db, row, who, New(CaseAct.FaultCleared), cancellationToken);
    }

    private async Task<CaseOutcome> ActAsync(
        string number, Colleague who, CaseEvent act, Func<IQueryable<CaseRow>, Task<int>> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(db, number, cancellationToken) is not { } row)
        {
            return new CaseGone();
        }

        if (await change(Mine(db, row, who)) > 0)
        {
            return await DoneAsync(db, row, who, act, cancellationToken);
        }

        // Nothing was left to change: by a colleague, or by the same one before.
        var why = await WhyNotAsync(db, number, cancellationToken);
        return why is CaseTaken taken && taken.By == who.Name ? new CaseDone() : why;
    }

    private async Task<CaseOutcome> DoneAsync(AutomatDb db, CaseRow row, Colleague who, CaseEvent act, CancellationToken cancellationToken)
    {
        history.Stage(db, row, who, act);
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.CurrentTransaction!.CommitAsync(cancellationToken);
        return new CaseDone();
    }

    private Task<int> ShutAsync(IQueryable<CaseRow> mine, Disposition disposition, Colleague who, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return mine.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ClosedAt, now).SetProperty(row => row.ClosedBy, who.Name)
                .SetProperty(row => row.Disposition, $"{disposition}").SetProperty(row => row.Owner, who.Name),
            cancellationToken);
    }

    private static Task<CaseRow?> FindAsync(AutomatDb db, string number, CancellationToken cancellationToken)
        => db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellationToken);

    // What this colleague may change, judged by the database at the moment of the change.
    private static IQueryable<CaseRow> Mine(AutomatDb db, CaseRow row, Colleague who)
    {
        var open = db.Cases.Where(each => each.Id == row.Id && each.ClosedAt == null);
        return who.Role >= AccountRole.Supervisor ? open : open.Where(each => each.ClaimedAt == null || each.Owner == who.Name);
    }

    private static async Task<CaseOutcome> WhyNotAsync(AutomatDb db, string number, CancellationToken cancellationToken)
        => await FindAsync(db, number, cancellationToken) switch
        {
            null => new CaseGone(),
            { ClosedAt: { } closed } row => new CaseShut(row.ClosedBy, closed),
            { ClaimedAt: { } claimed } row => new CaseTaken(row.Owner, claimed),
            _ => new CaseDone(),
        };

    private bool IsColleague(string name) => settings.Agents.Any(agent => agent.Name == name);

    private CaseEvent New(string act, string? about = null) => new(time.GetUtcNow(), string.Empty, act, about);
}
