using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>One verb of a document: what may be written, and what happens.</summary>
internal abstract class Verb(ElementRule rule)
{
    public ElementRule Rule => rule;

    /// <summary>Rules that concern the whole element; null when they hold.</summary>
    public virtual TwimlError? Check(XElement element) => null;

    /// <summary>Whether an incoming call that still rings is answered before the verb runs.</summary>
    public virtual bool AnswersTheCall(XElement element) => true;

    public abstract Task<Next> RunAsync(XElement element, CallRun run);
}

/// <summary>A verb that only plays something to the caller, alone or inside a Gather.</summary>
internal abstract class PromptVerb(ElementRule rule) : Verb(rule)
{
    public override async Task<Next> RunAsync(XElement element, CallRun run) =>
        await PlayAsync(element, run, stops: _ => false) switch
        {
            CallerAct.Leave leave => leave.Next,
            CallerAct.Nudge => Next.Over,
            _ => Next.Verb,
        };

    /// <summary>Plays until it ends or something stops it; answers what did. Whatever takes the call away is always among it.</summary>
    public abstract Task<CallerAct?> PlayAsync(XElement element, CallRun run, Func<CallerAct, bool> stops);
}

/// <summary>Where a call goes on.</summary>
internal abstract record Next
{
    private Next()
    {
    }

    /// <summary>At the next verb of the same document.</summary>
    public static Next Verb { get; } = new NextVerb();

    /// <summary>Nowhere, because the caller hung up.</summary>
    public static Next CallerHungUp { get; } = new End("completed", EndedBy.Caller, "the caller hung up");

    /// <summary>Back at the verb that waits, because its wait is over (only in a document played during a wait).</summary>
    public static Next Over { get; } = new WaitIsOver();

    public sealed record NextVerb : Next;

    public sealed record WaitIsOver : Next;

    /// <summary>Out of the queue in which the call waits (<c>&lt;Leave&gt;</c>).</summary>
    public sealed record OutOfQueue : Next;

    /// <summary>At another document. What remains of the present one is never reached.</summary>
    public sealed record Document(Uri Url, HttpMethod Method, IReadOnlyList<KeyValuePair<string, string>> Extra) : Next
    {
        public WebhookPurpose Purpose { get; init; } = WebhookPurpose.Document;

        /// <summary>The document itself where a REST request brought it along; null when it must be fetched.</summary>
        public string? Twiml { get; init; }
    }

    /// <summary>At a document to which a REST request has moved the call, whatever it was doing.</summary>
    public sealed record Moved(Document To) : Next;

    /// <summary>Nowhere; the status is the call's last.</summary>
    public sealed record End(string Status, EndedBy By, string Reason) : Next
    {
        /// <summary>A request that is still made, though its answer can no longer be executed; null for none.</summary>
        public Document? Report { get; init; }
    }

    /// <summary>At the fallback, because the document cannot be executed further.</summary>
    public sealed record Failed(TwimlError Error) : Next;
}
