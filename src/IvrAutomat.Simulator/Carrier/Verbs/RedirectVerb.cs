using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Goes on with another document (https://www.twilio.com/docs/voice/twiml/redirect); an empty one means the present one.</summary>
internal sealed class RedirectVerb() : Verb(new("Redirect")
{
    Text = TextRule.Optional,
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal) { ["method"] = AttributeRule.Method() },
})
{
    public override Task<Next> RunAsync(XElement element, CallRun run) =>
        Task.FromResult(run.Go(element.Value.Trim(), (string?)element.Attribute("method"), []));
}
