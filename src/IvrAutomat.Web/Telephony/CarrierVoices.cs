namespace IvrAutomat.Web.Telephony;

/// <summary>The carrier's voice of each language. A voice's language is also the one that callers are recognised in.</summary>
/// <param name="Czech">For the house's own language, and for any that has no voice.</param>
/// <param name="English">For English.</param>
internal sealed record CarrierVoices(SayVoice Czech, SayVoice English)
{
    /// <summary>The voices that speak unless the shop chooses others.</summary>
    public static readonly CarrierVoices Default = new(SayVoice.Default, SayVoice.English);

    /// <summary>The voice of a language.</summary>
    /// <param name="language">Its tag: "en".</param>
    public SayVoice Of(string language) => language == "en" ? English : Czech;
}
