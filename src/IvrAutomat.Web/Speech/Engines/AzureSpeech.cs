using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Polly;
using Polly.Retry;

namespace IvrAutomat.Web.Speech.Engines;

/// <summary>
/// Azure Speech over its HTTP interface: SSML in, the telephone's own format out. What passes by itself (429, 502, 503) is tried again after a
/// pause, what does not is told once with its remedy. Neither texts nor the key get into a log.
/// </summary>
/// <param name="http">Without a time-out, redirects and logs of its own.</param>
/// <param name="options">The voices.</param>
/// <param name="account">The resource, as it is now.</param>
internal sealed class AzureSpeech(HttpClient http, SpeechOptions options, AzureNow account) : ISpeechEngine
{
    private const int Attempts = 3;
    private const string Format = "riff-8khz-8bit-mono-mulaw";
    private static readonly XNamespace Ssml = "http://www.w3.org/2001/10/synthesis";
    private static readonly XNamespace Microsoft = "https://www.w3.org/2001/mstts";
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, (string Voice, string Language)> Usual = new(StringComparer.Ordinal)
    {
        ["cs"] = ("cs-CZ-VlastaNeural", "cs-CZ"),
        ["en"] = ("en-GB-SoniaNeural", "en-GB"),
        ["sk"] = ("sk-SK-ViktoriaNeural", "sk-SK"),
    };

    private readonly ResiliencePipeline<Attempt> _patiently = new ResiliencePipelineBuilder<Attempt> { TimeProvider = TimeProvider.System }
        .AddRetry(new RetryStrategyOptions<Attempt>
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { Passes: true }),
            MaxRetryAttempts = Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            DelayGenerator = static arguments => ValueTask.FromResult(
                arguments.Outcome.Result?.RetryAfter is { } asked && asked > TimeSpan.Zero ? (TimeSpan?)(asked < LongestPause ? asked : LongestPause) : null),
        })
        .Build();

    /// <inheritdoc />
    public string Name => "azure";

    /// <inheritdoc />
    public EngineVoice? VoiceOf(string language)
    {
        var own = options.Voices.GetValueOrDefault(language) ?? new VoiceOptions();
        return Usual.TryGetValue(language, out var usual) ? new EngineVoice(own.Voice ?? usual.Voice, usual.Language, own.Rate, own.Style)
            : own.Voice is { } voice ? new EngineVoice(voice, language, own.Rate, own.Style)
            : null;
    }

    /// <inheritdoc />
    public async Task<SpeechOutcome> SpeakAsync(EngineVoice voice, string text, SpeechRequest request, CancellationToken cancellationToken)
    {
        var ssml = Write(voice, text, request.PaceOf(voice));
        var attempt = await _patiently.ExecuteAsync(async stop => await AskAsync(ssml, stop), cancellationToken);
        return attempt.Sound is { } sound ? new SpeechOutcome.Spoken(sound) : new SpeechOutcome.Failed(attempt.Why!);
    }

    /// <summary>What is sent for a text.</summary>
    internal static string Write(EngineVoice voice, string text, double pace)
    {
        object words = new string([.. text.Where(sign => !char.IsControl(sign) && sign is not ('\uFFFE' or '\uFFFF') && !char.IsSurrogate(sign))]);
        if (Math.Abs(pace - 1) > 0.001)
        {
            words = new XElement(Ssml + "prosody", new XAttribute("rate", ((pace - 1) * 100).ToString("+0;-0", CultureInfo.InvariantCulture) + "%"), words);
        }

        if (voice.Style is { } style)
        {
            words = new XElement(Microsoft + "express-as", new XAttribute("style", style), words);
        }

        return new XElement(
            Ssml + "speak",
            new XAttribute("version", "1.0"),
            new XAttribute(XNamespace.Xml + "lang", voice.Language),
            new XAttribute(XNamespace.Xmlns + "mstts", Microsoft.NamespaceName),
            new XElement(Ssml + "voice", new XAttribute("name", voice.Name), words)).ToString(SaveOptions.DisableFormatting);
    }

    private async ValueTask<Attempt> AskAsync(string ssml, CancellationToken cancellationToken)
    {
        var resource = account();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AttemptLimit);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(resource.SynthesisUrl));
        request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", resource.Key);
        request.Headers.TryAddWithoutValidation("X-Microsoft-OutputFormat", Format);
        request.Headers.UserAgent.ParseAdd("IvrAutomat");
        request.Content = new StringContent(ssml, Encoding.UTF8, "application/ssml+xml");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return Judge(response, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Attempt.Failed($"Azure does not answer within {AttemptLimit.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.NameResolutionError)
        {
            return Attempt.Failed("Azure has no address in this region. Check Speech:Azure:Region, and that this machine can look names up.");
        }
        catch (HttpRequestException)
        {
            return Attempt.Failed("Azure cannot be reached. Let this machine out to it by https.");
        }
    }

    private static Attempt Judge(HttpResponseMessage response, byte[] body) => (int)response.StatusCode switch
    {
        200 when IsSound(response) => new(body, null, Passes: false, null),
        200 => Attempt.Failed("What answers in Azure's place is a page, not speech. Check Speech:Azure:Region, and whether a proxy stands between."),
        400 => Attempt.Failed("Azure does not understand the request (HTTP 400). Check that the voice and style of Speech:Voices exist in the region."),
        401 or 403 => Attempt.Failed($"Azure does not accept the key (HTTP {(int)response.StatusCode}). Check that Speech:Azure:Key belongs to Speech:Azure:Region."),
        404 => Attempt.Failed("Azure has no speech service at this address (HTTP 404). Check Speech:Azure:Region."),
        415 => Attempt.Failed("Azure does not take the form of the request (HTTP 415). Check whether a proxy stands between."),
        429 => new(
            null, "Azure was asked too often (HTTP 429). The tier of the resource allows fewer requests: raise it, or lower Speech:RenderAtOnce.", Passes: true,
            response.Headers.RetryAfter?.Delta),
        502 or 503 => new(null, $"Azure is in trouble (HTTP {(int)response.StatusCode}).", Passes: true, response.Headers.RetryAfter?.Delta),
        var status => Attempt.Failed($"Azure answers HTTP {status}."),
    };

    private static bool IsSound(HttpResponseMessage response)
        => response.Content.Headers.ContentType?.MediaType?.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) == true;

    private sealed record Attempt(byte[]? Sound, string? Why, bool Passes, TimeSpan? RetryAfter)
    {
        public static Attempt Failed(string why) => new(null, why, Passes: false, null);
    }
}

/// <summary>The resource of Azure Speech as it is now: an own one, or where everything is made up, the stand-in's.</summary>
internal delegate AzureSpeechOptions AzureNow();
