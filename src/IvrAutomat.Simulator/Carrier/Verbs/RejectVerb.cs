using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Refuses an incoming call that still rings (https://www.twilio.com/docs/voice/twiml/reject).</summary>
internal sealed class RejectVerb() : Verb(new("Reject")
{
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
    {
        ["reason"] = AttributeRule.OneOf(12200, "rejected", "busy"),
    },
})
{
    public override bool AnswersTheCall(XElement element) => false;

    public override Task<Next> RunAsync(XElement element, CallRun run)
    {
        if (run.Call.AnsweredAt is not null)
        {
            return Task.FromResult<Next>(new Next.Failed(new TwimlError(12200, "Reject after the call was answered.")));
        }

        var status = (string?)element.Attribute("reason") == "busy" ? "busy" : "no-answer";
        return Task.FromResult<Next>(new Next.End(status, EndedBy.Automat, "Reject"));
    }
}
