using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Shop;

/// <summary>Hands messages of one channel over to whoever delivers them.</summary>
internal interface IMessageSender
{
    /// <summary>The channel it serves.</summary>
    Channel Channel { get; }

    /// <summary>Hands a message over, once. It never repeats by itself what may already have been accepted.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Looks whether a message was accepted at or after an instant, by its recipient and text.</summary>
    /// <returns>
    /// <see cref="MessageAccepted"/>, <see cref="MessageAbsent"/> when it certainly was not, or <see cref="MessageUncertain"/>.
    /// </returns>
    Task<SendOutcome> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>Words for a message. The prompts know them; the shop only knows what is to be said.</summary>
/// <param name="language">The language to say it in; null: the shop's own. One that cannot say it now gives way to the shop's own.</param>
/// <param name="utterance">What to say.</param>
/// <param name="today">The shop's day.</param>
internal delegate CustomerText MessageText(string? language, Utterance utterance, DateOnly today);

/// <summary>A message on its way. It prints neither recipient nor text.</summary>
/// <param name="Id">Our identifier, for the URL of status reports.</param>
/// <param name="To">The recipient.</param>
/// <param name="Words">What it says.</param>
internal sealed record OutgoingMessage(string Id, string To, CustomerText Words)
{
    /// <summary>The subject of an e-mail; null for a text message.</summary>
    public CustomerText? Subject { get; init; }

    /// <summary>What an e-mail carries; null for nothing.</summary>
    public MailAttachment? Attachment { get; init; }

    /// <summary>What it says, as text.</summary>
    public string Text => Words.Value;

    /// <inheritdoc />
    public override string ToString() => $"message {Id}";
}

/// <summary>What came of handing a message over, or of looking for it.</summary>
internal abstract record SendOutcome;

/// <summary>The carrier has it.</summary>
/// <param name="Sid">The carrier's identifier.</param>
internal sealed record MessageAccepted(string Sid) : SendOutcome;

/// <summary>The carrier certainly did not take it.</summary>
/// <param name="Code">The carrier's code for why.</param>
/// <param name="MayRetry">True when only the moment was wrong.</param>
internal sealed record MessageRefused(string Code, bool MayRetry) : SendOutcome;

/// <summary>The carrier does not have it.</summary>
internal sealed record MessageAbsent : SendOutcome;

/// <summary>The carrier may have it or not.</summary>
internal sealed record MessageUncertain : SendOutcome;
