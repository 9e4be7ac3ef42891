using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Helpdesk;

/// <summary>
/// Puts e-mails about cases into the queue of messages, in the transaction of what happened to the case. The first one opens the ticket;
/// those that follow belong to it. What happens before one is sent is told by that one.
/// </summary>
internal sealed class CaseMailQueue(SystemsNow systems, TimeProvider time)
{
    /// <summary>The channel of their rows: no sender of messages to customers serves it.</summary>
    public const string Channel = "Helpdesk";

    // What the same call adds in its next seconds is told at once.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>Adds one to a transaction that is under way, unless cases are not sent anywhere or one still waits.</summary>
    public async Task StageAsync(AutomatDb db, CaseRow row, CancellationToken cancellationToken)
    {
        if (!systems().Helpdesk.IsSet)
        {
            return;
        }

        var before = await db.Messages.AsNoTracking().Where(message => message.CaseId == row.Id && message.Channel == Channel)
            .Select(message => new { message.State, message.Attempts }).ToListAsync(cancellationToken);
        if (before.Exists(message => message is { State: MessageState.Waiting, Attempts: 0 })
            || db.Messages.Local.Any(message => message.CaseId == row.Id && message.Channel == Channel))
        {
            return;
        }

        var now = time.GetUtcNow();
        db.Messages.Add(new MessageRow
        {
            Id = IdOf(row, before.Count),
            CallId = row.CallId,
            OrderId = row.OrderId,
            CaseId = row.Id,
            Channel = Channel,
            PromptKey = "helpdesk.case",
            State = MessageState.Waiting,
            LeaseUntil = now + Rest,
            CreatedAt = now,
            UpdatedAt = now,
        });
    }

    /// <summary>The identifier of the n-th e-mail about a case, counted from 0; a repeat of the same e-mail bears it again.</summary>
    public static string IdOf(CaseRow row, int n) => n == 0 ? $"case-{row.Number}" : $"case-{row.Number}-{n + 1}";
}
