using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Speaks a text (https://www.twilio.com/docs/voice/twiml/say).</summary>
internal sealed partial class SayVerb() : PromptVerb(new("Say")
{
    Text = TextRule.Required,
    EmptyCode = 13520,
    Children = Ssml.Names.ToHashSet(StringComparer.Ordinal),
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
    {
        ["voice"] = new("a voice", value => value.Length > 0, 13511),
        ["language"] = new("a language tag", value => Tag().IsMatch(value), 13512),
        ["loop"] = AttributeRule.Whole(0, 1000, 13510),
    },
})
{
    private const int EndlessLoop = 1000;

    public override TwimlError? Check(XElement element)
    {
        var voice = (string?)element.Attribute("voice") ?? "man";
        if (LocaleInVoice().Match(voice) is { Success: true } locale
            && element.Attribute("language") is { } language && language.Value != locale.Groups["locale"].Value)
        {
            return new TwimlError(13511, $"The voice speaks {locale.Groups["locale"].Value}, the language is {language.Value}.");
        }

        var (length, limit) = voice switch
        {
            _ when voice.StartsWith("Google.", StringComparison.Ordinal) => (string.Concat(element.Nodes()).Length, 5000),
            _ when voice.StartsWith("Polly.", StringComparison.Ordinal) => (element.Value.Length, 3000),
            _ => (Encoding.UTF8.GetByteCount(element.Value), 4096),
        };
        if (length > limit)
        {
            return new TwimlError(13521, $"Say is {length} long; this voice takes {limit}.");
        }

        var encoded = Uri.EscapeDataString(element.Value).Length;
        return encoded > 4500 ? new TwimlError(13521, $"Say is {encoded} characters long when URL-encoded; 4500 are allowed.") : null;
    }

    public override async Task<CallerAct?> PlayAsync(XElement element, CallRun run, Func<CallerAct, bool> stops)
    {
        var text = Blanks().Replace(element.Value, " ").Trim();
        var seconds = SpeakingTime.Of(text) + Ssml.Pauses(element);
        var language = (string?)element.Attribute("language") ?? "en-US";
        var times = (int?)element.Attribute("loop") ?? 1;
        for (var i = 0; i < (times == 0 ? EndlessLoop : times); i++)
        {
            run.Call.Note(at => new Spoken(at, text, seconds, language, "Say"));
            if (await run.PlayForAsync(TimeSpan.FromSeconds(seconds), stops, Heard.Voice) is { } act)
            {
                return act;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^Google\.(?<locale>[a-z]{2,3}-[A-Z]{2})-", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocaleInVoice();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();
}
