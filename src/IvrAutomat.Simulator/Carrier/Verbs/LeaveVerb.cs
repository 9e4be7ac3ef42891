using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Leaves the queue in which the call waits; elsewhere it does nothing (https://www.twilio.com/docs/voice/twiml/leave).</summary>
internal sealed class LeaveVerb() : Verb(new("Leave"))
{
    public override Task<Next> RunAsync(XElement element, CallRun run) =>
        Task.FromResult<Next>(run.IsDuringWait ? new Next.OutOfQueue() : Next.Verb);
}
