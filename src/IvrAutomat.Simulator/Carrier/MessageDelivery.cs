namespace IvrAutomat.Simulator.Carrier;

/// <summary>Carries one message to a phone and tells the product how far it is.</summary>
internal sealed class MessageDelivery(CarrierNetwork carrier, WebhookClient webhooks, WorkCount work)
{
    private const int Landline = 30006;
    private static readonly TimeSpan UntilSent = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan UntilDelivered = TimeSpan.FromMilliseconds(700);

    public async Task RunAsync(TextMessage message, Uri? statusCallback)
    {
        await TellAsync(message, statusCallback);
        await work.RestAsync(UntilSent, carrier.Time);
        var sentAt = carrier.Time.GetUtcNow();
        await TellAsync(carrier.Messages.Update(message.Sid, current => current with { Status = "sent", SentAt = sentAt }), statusCallback);
        await work.RestAsync(UntilDelivered, carrier.Time);
        var last = carrier.Messages.Update(
            message.Sid,
            current => PhoneNumberShape.IsLandline(current.To)
                ? current with { Status = "undelivered", ErrorCode = Landline }
                : current with { Status = "delivered" });
        await TellAsync(last, statusCallback);
    }

    private async Task TellAsync(TextMessage message, Uri? statusCallback)
    {
        if (statusCallback is null)
        {
            return;
        }

        List<KeyValuePair<string, string>> form =
        [
            new("MessageSid", message.Sid),
            new("MessageStatus", message.Status),
            new("SmsSid", message.Sid),
            new("SmsStatus", message.Status),
            new("AccountSid", carrier.Options.AccountSid),
            new("ApiVersion", "2010-04-01"),
            new("To", message.To),
        ];
        if (message.From is { } from)
        {
            form.Add(new("From", from));
        }

        if (message.ErrorCode is { } code)
        {
            form.Add(new("ErrorCode", code.ToString()));
        }

        if (message.Status == "delivered")
        {
            form.Add(new("RawDlrDoneDate", carrier.Time.GetUtcNow().UtcDateTime.ToString("yyMMddHHmm")));
        }

        // Best effort, as the real carrier's: an answer changes nothing.
        await webhooks.SendAsync(new Webhook(statusCallback, HttpMethod.Post, form, Voice: false), CancellationToken.None);
    }
}
