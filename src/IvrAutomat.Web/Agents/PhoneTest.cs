using IvrAutomat.Dialogue;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// Rings an agent's phone and plays a whisper, so that everybody knows beforehand that it works. Nobody waits behind it: it is no offer
/// and stands in no figure.
/// </summary>
internal sealed class PhoneTest(
    TwilioCalls carrier, TwilioOptions account, PublicAddress address, ShopSettings settings, HandoverOptions options, PromptLibrary prompts, LegWords words)
{
    private const string Path = "/twilio/voice/phone-test/";

    private string Sender => account.From is ['+', ..] own ? own : settings.Profile.Line;

    /// <summary>Maps the document that the phone hears.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        Path + "{language}",
        async (HttpContext http, string language, WebhookReader reader, PhoneTest test)
            => await reader.ReadCallAsync(http) is null ? Results.Empty : new TwimlResult(await test.DocumentAsync(language)));

    /// <summary>Rings.</summary>
    /// <returns>False when there is no such agent, or the carrier did not take the call.</returns>
    public async Task<bool> RingAsync(string agent, CancellationToken cancellationToken)
    {
        if (settings.Agents.FirstOrDefault(each => each.Name == agent) is not { } known)
        {
            return false;
        }

        var url = address.UrlOf(Path + known.SpokenLanguages[0]);
        var outcome = await carrier.RingAsync(
            new OutgoingCall(known.Number, Sender, url, address.UrlOf("/twilio/voice/status"), options.RingFor, DetectMachine: false), cancellationToken);
        return outcome is TwilioOutcome<TwilioCall>.Done;
    }

    private async Task<byte[]> DocumentAsync(string language)
    {
        var spoken = prompts.Complete.Contains(language) ? language : Languages.All[0].Tag;
        return TwimlDocument.Do([await words.SayAsync(spoken, Whisper.Test, nameof(PhoneTest))], new Hangup()).ToBytes();
    }
}
