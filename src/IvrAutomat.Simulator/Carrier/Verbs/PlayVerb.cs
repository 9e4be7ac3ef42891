using System.Buffers;
using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Plays a sound file, or keys (https://www.twilio.com/docs/voice/twiml/play).</summary>
internal sealed class PlayVerb() : PromptVerb(new("Play")
{
    Text = TextRule.Optional,
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
    {
        ["loop"] = AttributeRule.Whole(0, 1000, 13410),
        ["digits"] = new("keys, w and W", value => !value.AsSpan().ContainsAnyExcept(KeysAndPauses), 12200),
    },
})
{
    private static readonly SearchValues<char> KeysAndPauses = SearchValues.Create("0123456789ABCD#*wW");
    private const int EndlessLoop = 1000;
    private const double SecondsPerKey = 0.2;

    public override TwimlError? Check(XElement element)
    {
        var keys = element.Attribute("digits") is not null;
        return keys && element.Parent!.Name == "Gather" ? new TwimlError(13320, "Play with digits may not stand in Gather.")
            : !keys && string.IsNullOrWhiteSpace(element.Value) ? new TwimlError(11100, "Play has no URL.")
            : null;
    }

    public override async Task<CallerAct?> PlayAsync(XElement element, CallRun run, Func<CallerAct, bool> stops)
    {
        if ((string?)element.Attribute("digits") is { } keys)
        {
            return await run.PlayForAsync(TimeSpan.FromSeconds(keys.Sum(Seconds)), stops);
        }

        var url = new Uri(run.DocumentUrl, element.Value.Trim());
        var seconds = await run.FetchSoundAsync(url);
        var words = run.Carrier.WordsOf(url.AbsolutePath);
        var times = (int?)element.Attribute("loop") ?? 1;
        for (var i = 0; i < (times == 0 ? EndlessLoop : times); i++)
        {
            run.Call.Note(at => new Spoken(at, words ?? $"[{url.AbsolutePath}]", seconds, "", "Play") { Sound = words is null ? null : url });
            if (await run.PlayForAsync(TimeSpan.FromSeconds(seconds), stops, words is null ? Heard.Sound : Heard.Recording) is { } act)
            {
                return act;
            }
        }

        return null;
    }

    private static double Seconds(char key) => key switch
    {
        'w' => 0.5,
        'W' => 1,
        _ => SecondsPerKey,
    };
}
