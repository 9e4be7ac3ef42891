using System.Text.RegularExpressions;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Speech;

/// <summary>Who speaks, and where what was spoken is kept. Section <c>Speech</c> of the settings.</summary>
internal sealed partial class SpeechOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Speech";

    /// <summary>Who speaks.</summary>
    /// <value>The default is <see cref="SpeechEngineKind.Carrier"/>.</value>
    public SpeechEngineKind Engine { get; set; }

    /// <summary>The voice of each language, by its tag: <c>cs</c>. What is not given is the engine's default.</summary>
    public Dictionary<string, VoiceOptions> Voices { get; set; } = [];

    /// <summary>Azure Speech.</summary>
    public AzureSpeechOptions Azure { get; set; } = new();

    /// <summary>The program of espeak-ng: a name on the path, or a path.</summary>
    public string EspeakNgProgram { get; set; } = "espeak-ng";

    /// <summary>The program of Festival that speaks into a file: a name on the path, or a path.</summary>
    public string FestivalProgram { get; set; } = "text2wave";

    /// <summary>Where audio is kept; several machines share one folder.</summary>
    /// <value>The default is <c>audio</c> beside the SQLite database; on PostgreSQL it is required.</value>
    public string? Folder { get; set; }

    /// <summary>How much audio is kept, in megabytes of two minutes each; from 20 to 100000. What was not heard for longest goes first.</summary>
    /// <value>The default is 500 MB, seventeen hours.</value>
    public int StoreMegabytes { get; set; } = 500;

    /// <summary>How many prompts are rendered ahead at the same time; from 1 to 16.</summary>
    /// <value>The default is half the processors, at least one.</value>
    public int RenderAtOnce { get; set; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 16);

    /// <summary>Sound is made by an engine of ours.</summary>
    public bool IsOurs => Engine != SpeechEngineKind.Carrier;

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    /// <param name="hasDatabaseFile">The database is a file, beside which audio can be kept.</param>
    /// <param name="azureStandsIn">Azure is made up where no resource is set.</param>
    public IEnumerable<string> Validate(bool hasDatabaseFile, bool azureStandsIn)
    {
        if (!Enum.IsDefined(Engine))
        {
            yield return "Speech:Engine is not known. Use Carrier, Azure, Festival or EspeakNg.";
        }

        if (IsOurs && string.IsNullOrWhiteSpace(Folder) && !hasDatabaseFile)
        {
            yield return "Speech:Folder is missing. Set it to a folder that all machines share: each of them serves what another has rendered.";
        }

        if (StoreMegabytes is < 20 or > 100_000)
        {
            yield return $"Speech:StoreMegabytes is {StoreMegabytes}. Use 20 to 100000 megabytes.";
        }

        if (RenderAtOnce is < 1 or > 16)
        {
            yield return $"Speech:RenderAtOnce is {RenderAtOnce}. Use 1 to 16.";
        }

        foreach (var (language, voice) in Voices)
        {
            if (Languages.All.All(each => each.Tag != language))
            {
                yield return $"Speech:Voices:{language} is not a language. Use {string.Join(", ", Languages.All.Select(each => each.Tag))}.";
            }

            foreach (var problem in voice.Validate($"Speech:Voices:{language}"))
            {
                yield return problem;
            }
        }

        if (Engine == SpeechEngineKind.Azure && (Azure.IsSet || !azureStandsIn))
        {
            foreach (var problem in Azure.Validate())
            {
                yield return problem;
            }
        }
    }
}

/// <summary>Who speaks.</summary>
internal enum SpeechEngineKind
{
    /// <summary>The carrier, by its own <c>Say</c>.</summary>
    Carrier,

    /// <summary>Azure Speech.</summary>
    Azure,

    /// <summary>Festival, on this machine.</summary>
    Festival,

    /// <summary>espeak-ng, on this machine.</summary>
    EspeakNg,
}

/// <summary>How one language is spoken.</summary>
internal sealed partial class VoiceOptions
{
    /// <summary>The engine's name of the voice: <c>cs-CZ-VlastaNeural</c>, <c>voice_czech_dita</c>, <c>cs+f2</c>.</summary>
    /// <value>The default is the engine's own for the language.</value>
    public string? Voice { get; set; }

    /// <summary>How fast it speaks: 1 is the voice's own pace; from 0.5 to 2.</summary>
    /// <value>The default is 1.</value>
    public double Rate { get; set; } = 1;

    /// <summary>A manner of speaking that the voice offers: <c>customerservice</c>. Azure only.</summary>
    /// <value>No default.</value>
    public string? Style { get; set; }

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate(string path)
    {
        // Names become part of SSML, of arguments and of what Festival evaluates.
        if (Voice is { } voice && !Name.IsMatch(voice))
        {
            yield return $"{path}:Voice is not a voice's name. Use letters, digits, hyphens, underscores and plus signs.";
        }

        if (Style is { } style && !Name.IsMatch(style))
        {
            yield return $"{path}:Style is not a style's name. Use letters, digits, hyphens and underscores.";
        }

        if (Rate is not (>= 0.5 and <= 2))
        {
            yield return $"{path}:Rate is not a pace. Use 0.5 to 2; 1 is the voice's own.";
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_+:-]{1,80}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name { get; }
}

/// <summary>Azure Speech: a resource of one's own. Section <c>Speech:Azure</c>.</summary>
internal sealed partial class AzureSpeechOptions
{
    /// <summary>The resource's region: <c>westeurope</c>. Required with the engine Azure.</summary>
    public string? Region { get; set; }

    /// <summary>The resource's key. Required with the engine Azure.</summary>
    public string? Key { get; set; }

    /// <summary>Where requests go instead of the region's own address.</summary>
    /// <value>The default is the region's address.</value>
    public string? Url { get; set; }

    /// <summary>A resource is named.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Key) || !string.IsNullOrWhiteSpace(Url);

    /// <summary>The address of synthesis.</summary>
    public string SynthesisUrl => (Url ?? $"https://{Region}.tts.speech.microsoft.com").TrimEnd('/') + "/cognitiveservices/v1";

    /// <summary>The address of the list of voices.</summary>
    public string VoicesUrl => (Url ?? $"https://{Region}.tts.speech.microsoft.com").TrimEnd('/') + "/cognitiveservices/voices/list";

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrWhiteSpace(Key))
        {
            yield return "Speech:Azure:Key is missing. Copy KEY 1 from the Speech resource in Azure's portal.";
        }

        if (Url is null && (Region is null || !RegionName.IsMatch(Region)))
        {
            yield return "Speech:Azure:Region is missing or not a region. Copy it from the Speech resource in Azure's portal, for example westeurope.";
        }

        if (Url is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)))
        {
            yield return "Speech:Azure:Url is not usable. Use https, or http to this machine, or leave it out.";
        }
    }

    [GeneratedRegex("^[a-z0-9]{3,40}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionName { get; }
}
