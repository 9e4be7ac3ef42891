using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The language of a call: remembered from an earlier one, or chosen in the greeting's first entry by a lone key or by its name. Only languages
/// that everything can be said in can be chosen. One of them is offered aloud, in itself, and a caller who once chose hears only the way back.
/// </summary>
internal static class SpokenIn
{
    private const string House = "cs";

    private static readonly LanguageKey English = new("en", 8, SpokenCommand.SpeakEnglish);
    private static readonly LanguageKey Slovak = new("sk", 7, SpokenCommand.SpeakSlovak);

    /// <summary>From any other language the key of English leads back: it is "the other language" to everybody.</summary>
    private static readonly LanguageKey Back = new(House, 8, SpokenCommand.SpeakCzech);

    private static readonly PromptContract OfferWords = new("greeting.language");
    private static readonly PromptContract Chosen = new("greeting.chosen");

    /// <summary>The language to greet in.</summary>
    public static string Remembered(Conversation conversation, Caller caller)
        => caller.Language is { } language && conversation.Facts.Languages.Contains(language) ? language : conversation.Call.Language;

    /// <summary>The keys that choose a language in the first entry, also those that are not said aloud.</summary>
    public static ImmutableArray<LanguageKey> Keys(Conversation conversation) => conversation.Call.Language switch
    {
        House => [.. Complete(conversation, English, Slovak)],
        var spoken => [.. Complete(conversation, Back, Slovak).Where(key => key.Tag != spoken)],
    };

    /// <summary>
    /// How one other language is chosen, said in that language: Slovak to numbers of Slovakia, else English; null when there is none, or when the
    /// caller chose this one. More than one would make the greeting too long.
    /// </summary>
    public static Utterance? Offer(Conversation conversation)
    {
        var call = conversation.Call;
        var offered = call.Language != House ? [Back]
            : call.Caller is { Language: not null } ? []
            : call.Caller.IsSlovak ? new[] { Slovak, English }
            : [English];
        return Complete(conversation, offered).FirstOrDefault() is { } first ? OfferWords.Say() with { Language = first.Tag } : null;
    }

    /// <summary>Goes on in the chosen language; the question is put again in it.</summary>
    public static void Change(Conversation conversation, LanguageChosen chosen)
    {
        conversation.Call = conversation.Call with { Language = chosen.Tag };
        conversation.Say(Chosen.Say());
    }

    /// <summary>The first entry lasts until the call moves on; what is looked up for the greeting itself moves nothing for the caller.</summary>
    public static bool IsAtGreeting(Call before, CallerInput input, EdgeKind edge)
        => input is CallStarted || (before.AtGreeting && (edge != EdgeKind.Move || input is WorkFinished or StillWorking));

    private static IEnumerable<LanguageKey> Complete(Conversation conversation, params LanguageKey[] keys)
        => keys.Where(key => conversation.Facts.Languages.Contains(key.Tag));
}
