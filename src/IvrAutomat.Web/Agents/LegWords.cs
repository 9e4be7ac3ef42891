using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What is said on a leg that is no conversation: to an agent whose phone rings, to a customer who is called back. It has the automat's own
/// voice, as callers hear it, and the carrier's where that has not rendered it in time.
/// </summary>
internal sealed class LegWords(PromptLibrary prompts, TurnWords words, VoiceDesk voice, CarrierVoices voices, PublicAddress address, ShopSettings settings)
{
    /// <summary>Something to say in a language.</summary>
    /// <param name="language">Its tag.</param>
    /// <param name="utterance">What.</param>
    /// <param name="call">The customer's call: audio that is about the customer lies with it and goes with it.</param>
    public async Task<Prompt> SayAsync(string language, Utterance utterance, string call)
    {
        var said = await voice.Find(call, [TextOf(language, utterance)]);
        return said[0].Audio is { } audio ? new Play(address.BasePath + audio) : new Say(said[0].Text, voices.Of(language));
    }

    /// <summary>Something to say to an agent, in a language of the agent's and not of the caller's.</summary>
    public Task<Prompt> TellAsync(string agent, Utterance utterance, string call) => SayAsync(LanguageOf(agent), utterance, call);

    /// <summary>Has audio made of what an agent will hear who picks up. Nobody waits for it.</summary>
    public void Prepare(string agent, Utterance utterance, string call) => voice.Prepare(call, [TextOf(LanguageOf(agent), utterance)]);

    private SpokenText TextOf(string language, Utterance utterance)
        => new(prompts.Current.Speak(language, utterance, words.Facts().Today), language, Interruptible: true)
        {
            Key = utterance is { Variant: Variants.Text, Rung: 0 } ? utterance.Key : null,
            IsPersonal = utterance.IsPersonal,
        };

    private string LanguageOf(string agent)
    {
        var spoken = settings.Agents.FirstOrDefault(each => each.Name == agent)?.SpokenLanguages ?? [];
        return Languages.All.FirstOrDefault(language => spoken.Contains(language.Tag))?.Tag ?? Languages.All[0].Tag;
    }
}
