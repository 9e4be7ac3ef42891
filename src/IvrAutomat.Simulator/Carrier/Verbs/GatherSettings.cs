using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>The attributes of a Gather with their defaults. An empty action means the present document.</summary>
internal sealed record GatherSettings(
    bool Keys,
    bool Speech,
    string Action,
    string? Method,
    TimeSpan Timeout,
    TimeSpan SpeechTimeout,
    int? NumDigits,
    string FinishOnKey,
    bool ActionOnEmptyResult,
    string Language)
{
    /// <summary>What <c>auto</c> waits: the first pause of a speaker.</summary>
    private const int FirstPause = 1;

    public static GatherSettings Of(XElement element)
    {
        string? Value(string name) => (string?)element.Attribute(name);
        var input = (Value("input") ?? "dtmf").Split(' ');
        var timeout = (int?)element.Attribute("timeout") ?? 5;
        var speechTimeout = Value("speechTimeout") switch
        {
            null => timeout,
            "auto" => FirstPause,
            var seconds => int.Parse(seconds),
        };
        return new GatherSettings(
            input.Contains("dtmf", StringComparer.Ordinal),
            input.Contains("speech", StringComparer.Ordinal),
            Value("action") ?? "",
            Value("method"),
            TimeSpan.FromSeconds(timeout),
            TimeSpan.FromSeconds(speechTimeout),
            (int?)element.Attribute("numDigits"),
            Value("finishOnKey") ?? "#",
            Value("actionOnEmptyResult") == "true",
            Value("language") ?? "en-US");
    }
}
