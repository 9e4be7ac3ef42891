using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Silence for some seconds (https://www.twilio.com/docs/voice/twiml/pause).</summary>
internal sealed class PauseVerb() : PromptVerb(new("Pause")
{
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal) { ["length"] = AttributeRule.Whole(0, 14400) },
})
{
    public override Task<CallerAct?> PlayAsync(XElement element, CallRun run, Func<CallerAct, bool> stops) =>
        run.PlayForAsync(TimeSpan.FromSeconds((int?)element.Attribute("length") ?? 1), stops);
}
