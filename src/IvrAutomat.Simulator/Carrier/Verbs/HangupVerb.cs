using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Ends the call (https://www.twilio.com/docs/voice/twiml/hangup).</summary>
internal sealed class HangupVerb() : Verb(new("Hangup"))
{
    public override Task<Next> RunAsync(XElement element, CallRun run) =>
        Task.FromResult<Next>(new Next.End("completed", EndedBy.Automat, "Hangup"));
}
