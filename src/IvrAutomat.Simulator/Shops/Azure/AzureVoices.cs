namespace IvrAutomat.Simulator.Shops.Azure;

/// <summary>The voices that the stand-in knows, in the shape of Azure's own list.</summary>
internal static class AzureVoices
{
    public static IReadOnlyList<AzureVoice> All { get; } =
    [
        Of("cs-CZ-VlastaNeural", "Female"), Of("cs-CZ-AntoninNeural", "Male"),
        Of("sk-SK-ViktoriaNeural", "Female"), Of("sk-SK-LukasNeural", "Male"),
        Of("en-GB-SoniaNeural", "Female"), Of("en-GB-RyanNeural", "Male"), Of("en-US-JennyNeural", "Female", "customerservice", "chat"),
    ];

    public static bool Has(string name) => All.Any(voice => voice.ShortName == name);

    private static AzureVoice Of(string name, string gender, params IReadOnlyList<string> styles)
    {
        var locale = name[..5];
        return new($"Microsoft Server Speech Text to Speech Voice ({locale}, {name[6..]})", name[6..^6], name, gender, locale, styles);
    }
}

/// <summary>One voice.</summary>
internal sealed record AzureVoice(string Name, string DisplayName, string ShortName, string Gender, string Locale, IReadOnlyList<string> StyleList)
{
    public string LocalName => DisplayName;

    public string SampleRateHertz { get; init; } = "24000";

    public string VoiceType { get; init; } = "Neural";

    public string Status { get; init; } = "GA";

    public string WordsPerMinute { get; init; } = "120";
}
