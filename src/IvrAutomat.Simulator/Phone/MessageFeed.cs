using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.Phone;

/// <summary>A text message, or an e-mail of the same person, as the phone page shows it.</summary>
/// <param name="Id">Its number on that phone, from 1.</param>
/// <param name="From">The sender; the messaging service where the carrier chooses the number. Of an e-mail it says that it is one.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When it left the carrier.</param>
internal sealed record MessageShown(int Id, string From, string Text, DateTimeOffset At)
{
    /// <summary>The messages on one phone, numbered from 1 in the order of sending.</summary>
    public static IReadOnlyList<MessageShown> On(MessageBoard board, MessageReader reader) =>
        [.. board.All.Where(message => message.Status == "delivered" && reader.Reads(message)).Select((message, index) => Of(index + 1, message))];

    private static MessageShown Of(int id, TextMessage message) => new(
        id,
        message.IsMail ? $"E-mail, {message.From}" : message.From ?? message.MessagingServiceSid ?? "",
        message.Body,
        message.SentAt ?? message.CreatedAt);
}

/// <summary>Whose phone it is.</summary>
/// <param name="Number">The phone's number, E.164.</param>
/// <param name="Mailboxes">The addresses whose e-mail is read on it.</param>
internal sealed record MessageReader(string Number, IReadOnlyCollection<string> Mailboxes)
{
    /// <summary>Whether a message is for that person.</summary>
    public bool Reads(TextMessage message) => message.IsMail ? Mailboxes.Contains(message.To) : message.To == Number;
}

/// <summary>Tells a browser about messages that arrive on a phone, as server-sent events.</summary>
internal static class MessageFeed
{
    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        MessageBoard board, MessageReader reader, int after, [EnumeratorCancellation] CancellationToken ct)
    {
        // Sent at once, so that the browser knows that it is connected before the first message.
        yield return new SseItem<string>("{}", "ready");
        while (true)
        {
            // Asked for before looking: a message that comes in between ends it.
            var change = board.NextChange;
            foreach (var message in MessageShown.On(board, reader).Where(message => message.Id > after))
            {
                after = message.Id;
                yield return new SseItem<string>(PhoneJson.Of(message)) { EventId = message.Id.ToString() };
            }

            await change.WaitAsync(ct);
        }
    }
}
