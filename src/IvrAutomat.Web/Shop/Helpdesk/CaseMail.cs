using System.Net.Mail;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Helpdesk;

/// <summary>
/// Sends e-mails about cases to the helpdesk's mailbox. Whatever the mail server does, the case stays in this program; an e-mail whose answer
/// was lost is sent again under the same identifier, by which a mailbox knows it.
/// </summary>
internal sealed partial class CaseMail(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, SystemsNow systems, CaseReport report, MailPost post, TimeProvider time, ILogger<CaseMail> log)
{
    /// <summary>Before the second, third, fourth and fifth attempt; the last pause also before every further one.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    /// <summary>How long an e-mail is tried before somebody has to look at the mail server.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromDays(1);

    // A caller who is still on the line may yet be connected, or agree a time: the e-mail waits for that, but not for ever.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <summary>Makes one attempt with an e-mail that this process has claimed, and writes down what came of it.</summary>
    public async Task DeliverAsync(MessageRow claimed, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == claimed.CaseId, cancellationToken);
        if (open is null || (open.ClosedAt is not null && claimed.Body is null))
        {
            await SetAsync(db, claimed, MessageState.Void, error: null, again: null, claimed.Attempts);
        }
        else if (claimed.Body is null && time.GetUtcNow() - claimed.CreatedAt < LongestCall
            && await db.Calls.AnyAsync(call => call.Id == open.CallId && call.EndedAt == null, cancellationToken))
        {
            await SetAsync(db, claimed, MessageState.Waiting, error: null, time.GetUtcNow() + Later, claimed.Attempts - 1);
        }
        else
        {
            await SettleAsync(db, claimed, await SendAsync(db, open, claimed, cancellationToken));
        }
    }

    private async Task<SendOutcome> SendAsync(AutomatDb db, CaseRow open, MessageRow claimed, CancellationToken cancellationToken)
    {
        try
        {
            var heading = claimed.Body is { } kept ? CaseHeading.Read(secrets, kept) : await FixAsync(db, open, claimed, cancellationToken);
            var mailbox = new MailAddress(systems().Helpdesk.Mailbox ?? throw new InvalidOperationException("Helpdesk:Mailbox has been taken out of the settings."));
            var note = InternalNote.Read(secrets, heading.Note);
            return await post.SendAsync(from => Write(note.To(mailbox, from), heading, claimed.Id, open.Number, from), claimed.Id, cancellationToken);
        }
        catch (Exception exception)
        {
            LogUncertain(log, claimed.Id, claimed.Attempts, exception);
            return new MessageUncertain();
        }
    }

    private static MailMessage Write(MailMessage mail, CaseHeading heading, string id, string number, MailAddress from)
    {
        mail.Subject = heading.Subject;
        if (heading.ReplyTo is { } customer && MailAddress.TryCreate(customer, out var answer))
        {
            mail.ReplyToList.Add(answer);
        }

        mail.Headers.Add("Message-ID", $"<{id}@{from.Host}>");
        mail.Headers.Add("X-Automat-Case", number);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (heading.First is { } first)
        {
            mail.Headers.Add("In-Reply-To", $"<{first}@{from.Host}>");
            mail.Headers.Add("References", $"<{first}@{from.Host}>");
        }

        return mail;
    }

    // What is said is fixed before the first attempt: a repeat is the same e-mail.
    private async Task<CaseHeading> FixAsync(AutomatDb db, CaseRow open, MessageRow claimed, CancellationToken cancellationToken)
    {
        var first = CaseMailQueue.IdOf(open, 0);
        var heading = await report.WriteAsync(open, claimed.Id == first ? null : first, cancellationToken);
        claimed.Body = heading.Protect(secrets);
        await db.Messages.Where(message => message.Id == claimed.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Body, claimed.Body), cancellationToken);
        return heading;
    }

    private async Task SettleAsync(AutomatDb db, MessageRow claimed, SendOutcome outcome)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case MessageAccepted:
                await SetAsync(db, claimed, MessageState.Queued, error: null, again: null, claimed.Attempts);
                break;
            case MessageRefused { MayRetry: false } refused:
                LogRefused(log, claimed.Id, refused.Code);
                await SetAsync(db, claimed, MessageState.Failed, refused.Code, again: null, claimed.Attempts);
                break;
            case var _ when now - claimed.CreatedAt >= TriedFor:
                LogGivenUp(log, claimed.Id);
                await SetAsync(db, claimed, MessageState.Failed, "unconfirmed", again: null, claimed.Attempts);
                break;
            default:
                var pause = Pauses[Math.Min(claimed.Attempts, Pauses.Count) - 1];
                await SetAsync(db, claimed, MessageState.Waiting, (outcome as MessageRefused)?.Code, now + pause, claimed.Attempts);
                break;
        }
    }

    private async Task SetAsync(AutomatDb db, MessageRow claimed, string state, string? error, DateTimeOffset? again, int attempts)
    {
        var now = time.GetUtcNow();
        await db.Messages.Where(message => message.Id == claimed.Id && message.State == MessageState.Posting && message.Attempts == claimed.Attempts)
            .ExecuteUpdateAsync(
                set => set.SetProperty(message => message.State, state)
                    .SetProperty(message => message.Error, error)
                    .SetProperty(message => message.LeaseUntil, again)
                    .SetProperty(message => message.Attempts, attempts)
                    .SetProperty(message => message.UpdatedAt, now),
                CancellationToken.None);
    }

    [LoggerMessage(3051, LogLevel.Warning, "Attempt {Attempt} to send the e-mail {Message} about a case ended without an answer; it is sent again.")]
    private static partial void LogUncertain(ILogger logger, string message, int attempt, Exception exception);

    [LoggerMessage(
        3052, LogLevel.Critical,
        "The mail server refuses the e-mail {Message} about a case ({Code}). The case is open all the same: see '-- cases', and check Helpdesk:Mailbox and Mail:From.")]
    private static partial void LogRefused(ILogger logger, string message, string code);

    [LoggerMessage(3053, LogLevel.Critical, "The e-mail {Message} about a case could not be sent for a day. The case is open all the same: see '-- cases'.")]
    private static partial void LogGivenUp(ILogger logger, string message);
}
