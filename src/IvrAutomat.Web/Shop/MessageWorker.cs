using System.Collections.Frozen;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Sends promised messages. A message is claimed before it is sent; when it is not known whether the carrier took it, it is looked for
/// there first and sent again only if it certainly is not there.
/// </summary>
internal sealed partial class MessageWorker : PollingWorker
{
    /// <summary>How often a message is handed over or looked for before it counts as failed.</summary>
    public const int MostAttempts = 5;

    /// <summary>Before the next attempt: as long as the carrier needs to list what it took.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(20);

    // Beyond every pause between attempts, those of the shop's own mailbox aside: what is to wait longer was written before the clock was put back.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<AutomatDb> _contexts;
    private readonly MessageBook _book;
    private readonly FrozenDictionary<string, IMessageSender> _senders;
    private readonly CaseMail _cases;
    private readonly InvoiceDocument _invoices;
    private readonly MessageText _text;
    private readonly Secrets _secrets;
    private readonly ShopSettings _settings;
    private readonly Signals _signals;
    private readonly ILogger<MessageWorker> _logger;
    private readonly Sightings _leases;
    private Queue<MessageRow> _abandoned = [];
    private long? _lookedAt;

    public MessageWorker(
        IDbContextFactory<AutomatDb> contexts, MessageBook book, Receipts receipts, IEnumerable<IMessageSender> senders, CaseMail cases, InvoiceDocument invoices, MessageText text,
        Secrets secrets, ShopSettings settings, Signals signals, TimeProvider time, ILogger<MessageWorker> logger)
        : base(time)
    {
        (_contexts, _book, _cases, _invoices, _text, _secrets, _settings, _signals, _logger) = (contexts, book, cases, invoices, text, secrets, settings, signals, logger);
        _leases = new Sightings(time);
        _senders = senders.ToFrozenDictionary(sender => $"{sender.Channel}", StringComparer.Ordinal);
        if (!_senders.ContainsKey(nameof(Channel.Sms)))
        {
            throw new InvalidOperationException($"Nobody sends by SMS. Register an {nameof(IMessageSender)} for it.");
        }

        receipts.Attach(this);
    }

    /// <summary>1 while messages are being sent or looked for by this process, else 0.</summary>
    public int Busy => IsLooking ? 1 : 0;

    /// <inheritdoc />
    protected override async Task<bool> WorkAsync(CancellationToken stopping)
    {
        var now = Time.GetUtcNow();
        await using var db = await _contexts.CreateDbContextAsync(stopping);
        // Whoever waits for a code on the phone does not wait for a mail server.
        var row = await Due(db.Messages.AsNoTracking(), now).OrderByDescending(message => message.Channel == nameof(Channel.Sms))
            .ThenBy(message => message.CreatedAt).FirstOrDefaultAsync(stopping) ?? await AbandonedAsync(db, stopping);
        if (row is null)
        {
            return false;
        }

        var fresh = row.State == MessageState.Waiting;
        if (!await ClaimAsync(db, row, now, stopping))
        {
            return true;
        }

        using var signal = _signals.Work(row.CallId ?? row.Id, "message", row.Channel);
        if (row.Channel == CaseMailQueue.Channel)
        {
            using var limit = new CancellationTokenSource(SendLimit, Time);
            await _cases.DeliverAsync(row, limit.Token);
            signal?.Ended("Delivered");
        }
        else
        {
            var outcome = await HandOverAsync(row, fresh);
            signal?.Ended(outcome.GetType().Name);
            await _book.SettleAsync(row, outcome, CancellationToken.None);
        }

        return true;
    }

    /// <inheritdoc />
    protected override void Failed(Exception exception) => LogFailed(_logger, exception);

    private static IQueryable<MessageRow> Due(IQueryable<MessageRow> messages, DateTimeOffset now)
    {
        var tooFar = now + LongestPause;
        return messages.Where(message => message.State == MessageState.Waiting
            && (message.LeaseUntil == null || message.LeaseUntil <= now || (message.LeaseUntil > tooFar && message.Channel != CaseMailQueue.Channel)));
    }

    // Whoever was posting it is gone, or the carrier has had time to list what it took: not by a clock that was put forward a moment ago.
    private async Task<MessageRow?> AbandonedAsync(AutomatDb db, CancellationToken cancellationToken)
    {
        if (_abandoned.Count == 0 && !(_lookedAt is { } at && Time.GetElapsedTime(at) < BetweenLooks))
        {
            _lookedAt = Time.GetTimestamp();
            var begun = await db.Messages.AsNoTracking().Where(message => message.State == MessageState.Posting || message.State == MessageState.Unknown)
                .ToListAsync(cancellationToken);
            _abandoned = new(_leases.Over(
                begun, message => (message.Id, message.LeaseUntil?.ToUnixTimeMilliseconds() ?? 0), message => message.LeaseUntil ?? default,
                message => message.State == MessageState.Posting ? Lease : RetryAfter));
        }

        return _abandoned.TryDequeue(out var row) ? row : null;
    }

    private static async Task<bool> ClaimAsync(AutomatDb db, MessageRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var attempts = row.Attempts;
        DateTimeOffset? until = now + Lease;
        var won = await db.Messages.Where(message => message.Id == row.Id && message.State == row.State && message.Attempts == attempts).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.State, MessageState.Posting)
                .SetProperty(message => message.LeaseUntil, until)
                .SetProperty(message => message.Attempts, attempts + 1)
                .SetProperty(message => message.UpdatedAt, now),
            cancellationToken);
        (row.State, row.Attempts) = (MessageState.Posting, attempts + 1);
        return won == 1;
    }

    private async Task<SendOutcome> HandOverAsync(MessageRow row, bool fresh)
    {
        // A process that stops lets the carrier answer first.
        using var limit = new CancellationTokenSource(SendLimit, Time);
        OutgoingMessage message;
        try
        {
            var to = _secrets.UnprotectText(SecretLabel.Contact, row.Contact);
            var body = await WordsOfAsync(row, limit.Token);
            message = new OutgoingMessage(row.Id, to, body.Text!.Value) { Subject = body.Subject };
            if (fresh && _invoices.BelongsTo(body.Utterance))
            {
                if (await _invoices.ReadAsync(body.Utterance!, limit.Token) is not { } document)
                {
                    return new MessageRefused("no document", MayRetry: true);
                }

                message = message with { Attachment = document };
            }
        }
        catch (Exception exception)
        {
            LogUnwritten(_logger, row.PromptKey, row.Attempts, exception);
            return new MessageRefused("unwritten", MayRetry: true);
        }

        try
        {
            var sender = _senders[row.Channel];
            return fresh ? await sender.SendAsync(message, limit.Token) : await sender.FindAsync(message, row.CreatedAt, limit.Token);
        }
        catch (Exception exception)
        {
            LogUncertain(_logger, row.Channel, row.Attempts, exception);
            return new MessageUncertain();
        }
    }

    // The words are fixed before the first attempt: a prompt edited meanwhile must not hide from us what the carrier took.
    private async Task<MessageBody> WordsOfAsync(MessageRow row, CancellationToken cancellationToken)
    {
        var body = MessageBody.Read(_secrets, row.Body ?? throw new InvalidDataException("A message that is to be sent has no body."));
        if (body.Text is not null)
        {
            return body;
        }

        var letter = body.Utterance ?? throw new InvalidDataException("A message that is to be sent says nothing.");
        var today = _settings.DayOf(Time.GetUtcNow());
        var written = body with
        {
            Text = _text(body.Language, letter, today),
            Subject = row.Channel == nameof(Channel.Email) ? _text(body.Language, letter.As(Letter.Subject), today) : null,
        };
        row.Body = written.Protect(_secrets);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await db.Messages.Where(message => message.Id == row.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Body, row.Body), cancellationToken);
        return written;
    }

    [LoggerMessage(3011, LogLevel.Warning, "Attempt {Attempt} to send by {Channel} ended without an answer.")]
    private static partial void LogUncertain(ILogger logger, string channel, int attempt, Exception exception);

    [LoggerMessage(3013, LogLevel.Error, "The message '{Prompt}' could not be put into words at attempt {Attempt}.")]
    private static partial void LogUnwritten(ILogger logger, string prompt, int attempt, Exception exception);

    [LoggerMessage(3012, LogLevel.Error, "Messages could not be sent; trying again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
