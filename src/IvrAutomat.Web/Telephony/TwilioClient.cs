namespace IvrAutomat.Web.Telephony;

/// <summary>The carrier's REST operations that we use. Source: https://www.twilio.com/docs/messaging/api/message-resource.</summary>
internal sealed class TwilioClient(TwilioApi api, TwilioOptions options)
{
    private const int SenderMissing = 21603;
    private const int BodyTooLong = 21617;
    private const int MaxPages = 20;

    /// <summary>Sends a text message. Record the intent first: after <c>Unknown</c> it may be on its way.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the message may be on its way.</exception>
    public async Task<TwilioOutcome<SentMessage>> SendMessageAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var service = Given(options.MessagingServiceSid);
        var sender = service is null ? Given(options.From) : null;
        if (service is null && sender is null)
        {
            return new TwilioOutcome<SentMessage>.Refused(SenderMissing, HttpStatus: 0, MayRetry: false);
        }

        if (message.Body.Length > OutgoingMessage.MaxBody)
        {
            return new TwilioOutcome<SentMessage>.Refused(BodyTooLong, HttpStatus: 0, MayRetry: false);
        }

        var fields = new FormFields()
            .With("To", message.To)
            .With("MessagingServiceSid", service)
            .With("From", sender)
            .With("Body", message.Body)
            .With("StatusCallback", message.StatusCallback)
            .WithSeconds("ValidityPeriod", message.ValidityPeriod);
        var outcome = await api.PostAsync("Messages.json", fields, TwilioJson.Default.TwilioMessage, cancellation);
        return outcome.Map(static sent => new SentMessage(sent.Sid, CarrierStatus.OfMessage(sent.Status)));
    }

    /// <summary>
    /// Lists messages, newest first, to find out whether one exists. A message that has only just been taken may still be missing, so an
    /// empty list proves something only some seconds later.
    /// </summary>
    /// <param name="to">The recipient in E.164.</param>
    /// <param name="from">The sender; none for any, which is needed when a messaging service chooses it.</param>
    /// <param name="sentAfter">Only messages sent at or after this instant; none for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TwilioOutcome<IReadOnlyList<ListedMessage>>> ListMessagesAsync(
        string to, string? from, DateTimeOffset? sentAfter, CancellationToken cancellation)
    {
        var found = new List<ListedMessage>();
        var page = "Messages.json" + new FormFields().With("To", to).With("From", from).WithInstant("DateSent>", sentAfter).ToQuery();
        for (var count = 0; count < MaxPages; count++)
        {
            var outcome = await api.GetAsync(page, TwilioJson.Default.TwilioMessagePage, cancellation);
            if (outcome is not TwilioOutcome<TwilioMessagePage>.Done(var answer))
            {
                return outcome.Map<IReadOnlyList<ListedMessage>>(static _ => []);
            }

            found.AddRange(answer.Messages.Select(ListedMessage.Of));
            if (answer.NextPageUri is not { Length: > 0 } next)
            {
                return new TwilioOutcome<IReadOnlyList<ListedMessage>>.Done(found);
            }

            if (!api.IsOurs(next))
            {
                break;
            }

            page = next;
        }

        // Too many pages, or one of somebody else's: an unfinished list must not pass for a complete one.
        return new TwilioOutcome<IReadOnlyList<ListedMessage>>.Unknown(UnknownReason.AnswerUnreadable);
    }

    private static string? Given(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;
}
