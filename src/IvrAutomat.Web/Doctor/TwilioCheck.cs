using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is the carrier's account open, do key and token fit, and does a number of it lead here. It calls nobody and sends nothing.</summary>
/// <param name="api">The carrier's REST interface; asked for only where an account is set.</param>
/// <param name="options">The account of the settings; a stand-in's is not looked at.</param>
/// <param name="address">Where the carrier reaches the automat; null when that is not set.</param>
internal sealed class TwilioCheck(Func<TwilioApi> api, TwilioOptions options, Func<PublicAddress?> address) : ICheck
{
    /// <inheritdoc />
    public string System => TwilioOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.AccountSid))
        {
            yield return Finding.Skipped(System, "no account is set; the simulator plays the carrier");
            yield break;
        }

        var account = await api().GetAsync($"/2010-04-01/Accounts/{options.AccountSid}.json", DoctorJson.Default.CarrierAccount, cancellationToken);
        if (account is not TwilioOutcome<CarrierAccount>.Done(var open))
        {
            yield return Finding.Wrong(System, WhyNot(account));
            yield break;
        }

        yield return open.Status == "active"
            ? Finding.Ok(System, "the account is active, and its key fits")
            : Finding.Wrong(System, "the account is not active. Look into the carrier's console: a trial has ended, or money is due.");
        if (open.Type == "Trial")
        {
            yield return Finding.Warning(System, "the account is a trial: it calls and writes to verified numbers only, after an announcement. Upgrade it.");
        }

        if (options.ApiKeySid is not { Length: > 0 })
        {
            yield return Finding.Warning(System, "REST calls use the account's own token. Make an API key and set Twilio:ApiKeySid and Twilio:ApiKeySecret: it can be withdrawn alone.");
        }

        yield return await NumbersAsync(cancellationToken);
    }

    private static string WhyNot(TwilioOutcome<CarrierAccount> outcome) => outcome switch
    {
        TwilioOutcome<CarrierAccount>.Refused { HttpStatus: 401 } =>
            "the carrier refuses the login. Copy Twilio:AccountSid and Twilio:AuthToken (or the API key and its secret) from its console again.",
        TwilioOutcome<CarrierAccount>.Refused { HttpStatus: 0 } => "the carrier cannot be reached. Let this machine out to Twilio:ApiUrl by https.",
        TwilioOutcome<CarrierAccount>.Refused refused => $"the carrier refuses to show the account (HTTP {refused.HttpStatus}). Look into its console.",
        TwilioOutcome<CarrierAccount>.Unknown unknown => $"the carrier does not answer as it should ({unknown.Reason}). Try again in a while.",
        _ => "the carrier did not answer",
    };

    private async Task<Finding> NumbersAsync(CancellationToken cancellationToken)
    {
        if (address() is not { } here)
        {
            return Finding.Skipped(System, "without PublicUrl it cannot be said where a number should lead");
        }

        var listed = await api().GetAsync("IncomingPhoneNumbers.json?PageSize=100", DoctorJson.Default.CarrierNumbers, cancellationToken);
        if (listed is not TwilioOutcome<CarrierNumbers>.Done(var page))
        {
            return Finding.Warning(System, "the account's numbers could not be listed. Check in the console that the number's voice URL leads here.");
        }

        var voice = here.UrlOf("/twilio/voice");
        var ours = page.IncomingPhoneNumbers.Where(number => Same(number.VoiceUrl, voice)).ToList();
        return ours switch
        {
            [] => Finding.Wrong(System, $"no number of the account leads here. Set the voice URL of the number to {voice}, with POST."),
            _ when ours.Exists(number => number.VoiceMethod is "GET") => Finding.Wrong(System, "the voice URL of a number is fetched with GET. Set it to POST."),
            _ when ours.Exists(number => !Same(number.StatusCallback, here.UrlOf("/twilio/voice/status"))) => Finding.Warning(
                System, $"the status callback of a number is missing. Set it to {here.UrlOf("/twilio/voice/status")}: else a hang-up is noticed late."),
            _ when ours.Exists(number => string.IsNullOrEmpty(number.VoiceFallbackUrl)) => Finding.Warning(
                System, "a number has no fallback URL. Host what the command fallback-twiml prints somewhere else, and set its address."),
            _ when ours.Exists(number => IsOnThisHost(number.VoiceFallbackUrl, voice)) => Finding.Warning(
                System, "the fallback URL of a number leads to the automat itself and dies with it. Better host what the command fallback-twiml prints somewhere else."),
            _ => Finding.Ok(System, ours.Count == 1 ? "its number leads here" : $"{ours.Count} numbers lead here"),
        };
    }

    private static bool IsOnThisHost(string? fallback, string voice)
        => Uri.TryCreate(fallback, UriKind.Absolute, out var there) && Uri.TryCreate(voice, UriKind.Absolute, out var here)
            && string.Equals(there.Host, here.Host, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string? url, string wanted) => string.Equals(url?.TrimEnd('/'), wanted, StringComparison.Ordinal);
}

/// <summary>The carrier's account as it tells it.</summary>
/// <param name="Status">One of <c>active</c>, <c>suspended</c>, <c>closed</c>.</param>
/// <param name="Type"><c>Trial</c> or <c>Full</c>.</param>
internal sealed record CarrierAccount([property: JsonRequired] string Status, string? Type);

/// <summary>The numbers of an account.</summary>
/// <param name="IncomingPhoneNumbers">The numbers.</param>
internal sealed record CarrierNumbers([property: JsonRequired] IReadOnlyList<CarrierNumber> IncomingPhoneNumbers);

/// <summary>Where a number leads.</summary>
internal sealed record CarrierNumber(string? VoiceUrl, string? VoiceMethod, string? VoiceFallbackUrl, string? StatusCallback);

/// <summary>The shapes of what is asked here only.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CarrierAccount))]
[JsonSerializable(typeof(CarrierNumbers))]
internal sealed partial class DoctorJson : JsonSerializerContext;
