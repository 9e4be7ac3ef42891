using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The language of a call: remembered from an earlier one, or chosen in the greeting's first entry by a lone key or by its name. Only languages
/// that everything can be said in are offered, each in itself, and a caller who once chose hears only the way back.
/// </summary>
internal static class SpokenIn
{
    private const string House = "cs";
    private const string English = "en";

    /// <summary>One key for "the other language": English from Czech, Czech from anything else.</summary>
    private const int Key = 8;

    private static readonly PromptContract OfferWords = new("greeting.language");
    private static readonly PromptContract Chosen = new("greeting.chosen");

    /// <summary>The language to greet in.</summary>
    public static string Remembered(Conversation conversation, Caller caller)
        => caller.Language is { } language && conversation.Facts.Languages.Contains(language) ? language : conversation.Call.Language;

    /// <summary>The keys that choose a language in the first entry.</summary>
    public static ImmutableArray<LanguageKey> Keys(Conversation conversation)
        => [.. Other(conversation) is { } tag ? [new LanguageKey(tag, Key, tag == English ? SpokenCommand.SpeakEnglish : SpokenCommand.SpeakCzech)] : Array.Empty<LanguageKey>()];

    /// <summary>How the other language is chosen, said in that language; null when there is none, or when the caller chose this one.</summary>
    public static Utterance? Offer(Conversation conversation)
        => Other(conversation) is { } tag && conversation.Call is { Language: var spoken, Caller.Language: var chosen } && (spoken != House || chosen is null)
            ? OfferWords.Say() with { Language = tag }
            : null;

    /// <summary>Goes on in the chosen language; the question is put again in it.</summary>
    public static void Change(Conversation conversation, LanguageChosen chosen)
    {
        conversation.Call = conversation.Call with { Language = chosen.Tag };
        conversation.Say(Chosen.Say());
    }

    /// <summary>The first entry lasts until the call moves on; what is looked up for the greeting itself moves nothing for the caller.</summary>
    public static bool IsAtGreeting(Call before, CallerInput input, EdgeKind edge)
        => input is CallStarted || (before.AtGreeting && (edge != EdgeKind.Move || input is WorkFinished or StillWorking));

    private static string? Other(Conversation conversation)
    {
        var other = conversation.Call.Language == House ? English : House;
        return conversation.Facts.Languages.Contains(other) ? other : null;
    }
}
