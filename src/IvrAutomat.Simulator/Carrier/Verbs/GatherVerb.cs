using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Takes keys or words, usually while prompts play (https://www.twilio.com/docs/voice/twiml/gather).</summary>
internal sealed class GatherVerb() : Verb(new("Gather")
{
    Children = new HashSet<string>(["Say", "Play", "Pause"], StringComparer.Ordinal),
    NestingCode = 13320,
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
    {
        ["input"] = AttributeRule.ListOf(12200, "dtmf", "speech"),
        ["action"] = AttributeRule.Url(),
        ["method"] = AttributeRule.Method(13312),
        ["timeout"] = AttributeRule.Whole(1, 600, 13313),
        ["speechTimeout"] = AttributeRule.WholeOr("auto", 1, 60, 13327),
        ["maxSpeechTime"] = AttributeRule.Whole(1, 60, 13328),
        ["numDigits"] = AttributeRule.Whole(1, 1000, 13314),
        ["finishOnKey"] = new("empty or one of 0-9, * and #", value => value is "" || value is [var key] && "0123456789*#".Contains(key), 13310),
        ["actionOnEmptyResult"] = AttributeRule.Boolean(),
        ["language"] = new("a language tag", value => value.Length is >= 2 and <= 20, 13331),
        ["hints"] = new("up to 500 phrases of up to 100 characters", HintsFit, 13330),
        ["profanityFilter"] = AttributeRule.Boolean(),
        ["speechModel"] = AttributeRule.Any,
    },
})
{
    /// <summary>Models that know no Czech: https://www.twilio.com/docs/voice/twiml/gather, table of speech models.</summary>
    private static readonly string[] WithoutCzech = ["phone_call", "experimental_conversations", "experimental_utterances"];

    public override TwimlError? Check(XElement element)
    {
        if ((string?)element.Attribute("speechModel") is not { } model)
        {
            return null;
        }

        return (string?)element.Attribute("speechTimeout") is "auto"
            ? new TwimlError(13327, "With a speechModel the speechTimeout must be a number.")
            : (string?)element.Attribute("language") is "cs-CZ" && WithoutCzech.Contains(model, StringComparer.Ordinal)
            ? new TwimlError(13331, $"The speechModel {model} knows no Czech.")
            : null;
    }

    public override async Task<Next> RunAsync(XElement element, CallRun run)
    {
        var settings = GatherSettings.Of(element);
        var result = await new GatherEntry(settings, run).TakeAsync(element);
        return result switch
        {
            EntryResult.Left left => left.Next,
            EntryResult.Keys keys => run.Go(settings.Action, settings.Method, [new("Digits", keys.Value), new("msg", "Gather End")]),
            EntryResult.Words words => run.Go(settings.Action, settings.Method, Recognised(words.Text, settings, run)),
            _ when !settings.ActionOnEmptyResult => Next.Verb,
            _ => run.Go(settings.Action, settings.Method, run.Switches.EmptyDigitsPresent ? [new("Digits", "")] : []),
        };
    }

    private static KeyValuePair<string, string>[] Recognised(string text, GatherSettings settings, CallRun run) =>
        run.Call.Faults.NoConfidence
            ? [new("SpeechResult", text), new("Language", settings.Language)]
            : [new("SpeechResult", text), new("Confidence", "0.9128"), new("Language", settings.Language)];

    private static bool HintsFit(string value)
    {
        var phrases = value.Split(',');
        return phrases.Length <= 500 && phrases.All(phrase => phrase.Trim().Length <= 100);
    }
}
