using System.Collections.Immutable;
using System.Net;

namespace IvrAutomat.Web.Telephony;

/// <summary>Section <c>Twilio</c> of the settings. Read once at start; a later change needs a restart.</summary>
internal sealed class TwilioOptions
{
    private const string BritishVoice = "Google.en-GB-";
    private const string AmericanVoice = "Google.en-US-";

    /// <summary>The section's name.</summary>
    public const string Section = "Twilio";

    /// <summary>The account, <c>AC</c> and 32 hexadecimal digits.</summary>
    /// <value>None by default: only the simulator's calls are served then.</value>
    public string? AccountSid { get; set; }

    /// <summary>The account's primary token. It signs webhooks, and REST calls too unless an API key is given.</summary>
    /// <value>None by default; required in production.</value>
    public string? AuthToken { get; set; }

    /// <summary>Further tokens whose signatures are accepted, while tokens rotate: the one before, or the one to come.</summary>
    /// <value>None by default.</value>
    public IList<string> AuthTokens { get; set; } = [];

    /// <summary>The API key for REST calls, <c>SK</c> and 32 hexadecimal digits. API keys do not sign webhooks.</summary>
    /// <value>None by default: REST calls use <see cref="AccountSid"/> and <see cref="AuthToken"/>.</value>
    public string? ApiKeySid { get; set; }

    /// <summary>The secret of <see cref="ApiKeySid"/>.</summary>
    /// <value>None by default.</value>
    public string? ApiKeySecret { get; set; }

    /// <summary>Where REST calls go: an absolute URL; plain http only to this machine, because credentials travel with each call.</summary>
    /// <value>The default is <c>https://api.twilio.com</c>.</value>
    public string ApiUrl { get; set; } = "https://api.twilio.com";

    /// <summary>The sender of messages: a number in E.164, or an alphanumeric sender of up to 11 characters.</summary>
    /// <value>None by default; this or <see cref="MessagingServiceSid"/> is required in production.</value>
    public string? From { get; set; }

    /// <summary>The messaging service that chooses the sender, <c>MG</c> and 32 hexadecimal digits; it goes before <see cref="From"/>.</summary>
    /// <value>None by default.</value>
    public string? MessagingServiceSid { get; set; }

    /// <summary>The Czech voice of the carrier.</summary>
    /// <value>The default is <c>Google.cs-CZ-Wavenet-A</c>; <c>Google.cs-CZ-…</c> or <c>Polly.Jitka-Neural</c>.</value>
    public string Voice { get; set; } = SayVoice.Default.Name;

    /// <summary>The English voice of the carrier.</summary>
    /// <value>The default is <c>Google.en-GB-Wavenet-A</c>; any voice <c>Google.en-GB-…</c> or <c>Google.en-US-…</c>.</value>
    public string EnglishVoice { get; set; } = SayVoice.English.Name;

    /// <summary>The Slovak voice of the carrier.</summary>
    /// <value>The default is <c>Google.sk-SK-Wavenet-A</c>; any voice <c>Google.sk-SK-…</c>.</value>
    public string SlovakVoice { get; set; } = SayVoice.Slovak.Name;

    /// <summary>The voices of the settings, each with its language.</summary>
    public CarrierVoices Voices() => new(
        new SayVoice(Voice, "cs-CZ"),
        ("en", new SayVoice(EnglishVoice, EnglishVoice.StartsWith(AmericanVoice, StringComparison.Ordinal) ? "en-US" : "en-GB")),
        ("sk", new SayVoice(SlovakVoice, SayVoice.Slovak.Language)));

    /// <summary>The tokens that may sign, primary first, without repetition.</summary>
    public ImmutableArray<string> SigningTokens() =>
        [.. AuthTokens.Prepend(AuthToken ?? "").Where(static token => !string.IsNullOrWhiteSpace(token)).Distinct(StringComparer.Ordinal)];

    /// <summary>User and password of REST calls: the API key, else account and primary token.</summary>
    public NetworkCredential Credentials() =>
        ApiKeySid is { Length: > 0 } key ? new(key, ApiKeySecret) : new(AccountSid, SigningTokens().FirstOrDefault());

    /// <summary>All that is wrong with the section, each with its remedy; empty when nothing is. Values are never quoted.</summary>
    /// <param name="required">Whether the shop must be able to take real calls (production without the simulator).</param>
    public IEnumerable<string> Validate(bool required)
    {
        var tokens = SigningTokens();
        if (string.IsNullOrEmpty(AccountSid))
        {
            if (required || tokens.Length > 0)
            {
                yield return "Twilio:AccountSid is missing. Set it to the account's identifier (AC…) from the console.";
            }
        }
        else if (!Sid.Is(AccountSid, Sid.Account))
        {
            yield return "Twilio:AccountSid is malformed. It is AC and 32 hexadecimal digits; copy it from the console.";
        }

        if (tokens.Length == 0 && (required || !string.IsNullOrEmpty(AccountSid)))
        {
            yield return "Twilio:AuthToken is missing. Set it to the account's primary token from the console (environment: Twilio__AuthToken).";
        }

        if (required && string.IsNullOrEmpty(From) && string.IsNullOrEmpty(MessagingServiceSid))
        {
            yield return "Twilio:From is missing. Set it to the sender of text messages, or set Twilio:MessagingServiceSid; receipts and codes need one.";
        }

        if (!string.IsNullOrEmpty(ApiKeySid) && !Sid.Is(ApiKeySid, Sid.ApiKey))
        {
            yield return "Twilio:ApiKeySid is malformed. It is SK and 32 hexadecimal digits; create an API key in the console.";
        }

        if (string.IsNullOrEmpty(ApiKeySid) != string.IsNullOrEmpty(ApiKeySecret))
        {
            yield return "Twilio:ApiKeySid and Twilio:ApiKeySecret belong together. Set both, or neither.";
        }

        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api)
            || (api.Scheme != Uri.UriSchemeHttps && !(api.Scheme == Uri.UriSchemeHttp && api.IsLoopback)))
        {
            yield return "Twilio:ApiUrl is not usable. Leave it out, or set an absolute https URL (http only for this machine).";
        }

        if (!string.IsNullOrEmpty(MessagingServiceSid) && !Sid.Is(MessagingServiceSid, Sid.MessagingService))
        {
            yield return "Twilio:MessagingServiceSid is malformed. It is MG and 32 hexadecimal digits; copy it from the console.";
        }

        if (!string.IsNullOrEmpty(From) && !IsSender(From))
        {
            yield return "Twilio:From is malformed. Set a number in E.164 (+420…) or an alphanumeric sender of up to 11 characters.";
        }

        if (!EnglishVoice.StartsWith(BritishVoice, StringComparison.Ordinal) && !EnglishVoice.StartsWith(AmericanVoice, StringComparison.Ordinal))
        {
            yield return "Twilio:EnglishVoice does not speak English. Leave it out, or choose Google.en-GB-… or Google.en-US-….";
        }

        if (!SlovakVoice.StartsWith("Google.sk-SK-", StringComparison.Ordinal))
        {
            yield return "Twilio:SlovakVoice does not speak Slovak. Leave it out, or choose Google.sk-SK-….";
        }

        if (!Voice.StartsWith("Google.cs-CZ-", StringComparison.Ordinal) && Voice != "Polly.Jitka-Neural")
        {
            yield return "Twilio:Voice does not speak Czech. Leave it out, or choose Google.cs-CZ-Wavenet-A or -B, Google.cs-CZ-Standard-A or -B.";
        }
    }

    private static bool IsSender(string sender) => sender[0] == '+'
        ? sender.Length is >= 5 and <= 16 && !sender.AsSpan(1).ContainsAnyExceptInRange('0', '9')
        : sender.Length <= 11 && sender.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '_');
}
