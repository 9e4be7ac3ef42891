using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// One decision in the making: the call as it changes and the intentions that gather on the way. It lives for one
/// input and is thrown away; nothing that it notes has happened yet.
/// </summary>
/// <param name="call">The call before the input.</param>
/// <param name="facts">What may be known besides the call.</param>
public sealed class Conversation(Call call, Facts facts)
{
    private readonly ImmutableArray<Utterance>.Builder _said = ImmutableArray.CreateBuilder<Utterance>();
    private readonly ImmutableArray<Work>.Builder _work = ImmutableArray.CreateBuilder<Work>();
    private readonly ImmutableArray<CallEvent>.Builder _events = ImmutableArray.CreateBuilder<CallEvent>();

    /// <summary>The call as decided so far.</summary>
    public Call Call { get; set; } = call;

    /// <summary>What may be known besides the call.</summary>
    public Facts Facts { get; } = facts;

    /// <summary>The proved order.</summary>
    /// <exception cref="InvalidOperationException">No order has been proved: the flow let a step be reached too early.</exception>
    public Order Order => Call.Order ?? throw new InvalidOperationException($"No order is proved in {Call.State}.");

    /// <summary>What is said, in order.</summary>
    public ImmutableArray<Utterance> Said => _said.ToImmutable();

    /// <summary>The work asked for.</summary>
    public ImmutableArray<Work> Work => _work.ToImmutable();

    /// <summary>What others will be told.</summary>
    public ImmutableArray<CallEvent> Events => _events.ToImmutable();

    /// <summary>The input before this one asked for a repetition as well.</summary>
    public bool WasJustRepeated { get; init; }

    /// <summary>The input before this one was silence as well.</summary>
    public bool WasJustSilent { get; init; }

    /// <summary>True when the input has been answered so fully that the step's question is not to be put again.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Says something before the step's question.</summary>
    public void Say(Utterance utterance) => _said.Add(utterance);

    /// <summary>Says something that replaces the step's question; null: listens on without a word.</summary>
    public void Answer(Utterance? utterance)
    {
        IsAnswered = true;
        if (utterance is not null)
        {
            _said.Add(utterance);
        }
    }

    /// <summary>Asks the host for work and waits for its result.</summary>
    public void Await(Work work)
    {
        _work.Add(work);
        Call = Call with { Awaiting = work, AwaitingStep = Call.Version, Rounds = 0 };
    }

    /// <summary>Asks the host for something whose result nobody waits for.</summary>
    public void Leave(Request request) => _work.Add(request);

    /// <summary>Notes what the caller has chosen so far.</summary>
    public void Draft(Func<TaskDraft, TaskDraft> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Call = Call with { Draft = change(Call.Draft) };
    }

    /// <summary>Notes something for the feed.</summary>
    public void Tell(CallEventKind kind) => _events.Add(new CallEvent(kind, Call.Order?.Id));
}
