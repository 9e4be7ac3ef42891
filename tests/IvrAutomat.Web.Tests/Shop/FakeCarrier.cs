using System.Collections.Concurrent;
using IvrAutomat.Calls;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>A carrier for SMS at the outer edge: it takes messages, and can lose its answer or its list.</summary>
internal sealed class FakeCarrier : IMessageSender
{
    private readonly ConcurrentQueue<OutgoingMessage> _taken = new();

    public Channel Channel { get; init; } = Channel.Sms;

    /// <summary>What it took.</summary>
    public IReadOnlyCollection<OutgoingMessage> Taken => _taken;

    /// <summary>The code with which it refuses; null to accept.</summary>
    public string? Refuses { get; set; }

    /// <summary>It takes the message, but the answer does not arrive.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Nothing gets through, not even the message.</summary>
    public bool LosesMessages { get; set; }

    /// <summary>Its list cannot be read.</summary>
    public bool HidesList { get; set; }

    /// <summary>Its list does not have yet what it took.</summary>
    public bool ListsLate { get; set; }

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (Refuses is { } code)
        {
            return Task.FromResult<SendOutcome>(new MessageRefused(code, MayRetry: false));
        }

        if (!LosesMessages)
        {
            _taken.Enqueue(message);
        }

        return LosesAnswers || LosesMessages
            ? Task.FromException<SendOutcome>(new HttpRequestException("The connection was lost."))
            : Task.FromResult<SendOutcome>(new MessageAccepted($"SM-{message.Id}"));
    }

    public Task<SendOutcome> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
        => Task.FromResult<SendOutcome>(
            HidesList ? new MessageUncertain()
            : !ListsLate && _taken.Any(taken => taken.To == message.To && taken.Text == message.Text) ? new MessageAccepted($"SM-{message.Id}")
            : new MessageAbsent());
}
