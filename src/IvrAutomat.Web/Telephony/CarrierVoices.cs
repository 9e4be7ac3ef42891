using System.Collections.Frozen;

namespace IvrAutomat.Web.Telephony;

/// <summary>The carrier's voice of each language. A voice's language is also the one that callers are recognised in.</summary>
/// <param name="house">For the house's own language, and for any that has no voice.</param>
/// <param name="others">For the other languages, by their tags.</param>
internal sealed class CarrierVoices(SayVoice house, params IEnumerable<(string Language, SayVoice Voice)> others)
{
    /// <summary>The voices that speak unless the shop chooses others.</summary>
    public static readonly CarrierVoices Default = new TwilioOptions().Voices();

    private readonly FrozenDictionary<string, SayVoice> _others = others.ToFrozenDictionary(each => each.Language, each => each.Voice);

    /// <summary>The voice of a language.</summary>
    /// <param name="language">Its tag: "en".</param>
    public SayVoice Of(string language) => _others.GetValueOrDefault(language, house);
}
