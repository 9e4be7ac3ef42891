using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>The announcement ("mimořádná hláška"): after the greeting, before the first question, cut off by any key like all the rest.</summary>
internal static class Announcing
{
    private static readonly PromptContract Words = new("greeting.announcement", ("words", SlotKind.Text));

    /// <summary>Says what is announced now in the call's language; nothing when nothing is, or not in a language that the caller understands.</summary>
    public static void Say(Conversation conversation)
    {
        if (In(conversation, conversation.Call.Language) is { } text)
        {
            conversation.Say(Words.Say(("words", new TextSlot(text.Text))) with { Language = text.Language });
        }
    }

    // Slovaks understand Czech: better in the neighbour's language than not at all.
    private static AnnouncedText? In(Conversation conversation, string language)
        => conversation.Facts.Announced.FirstOrDefault(text => text.Language == language)
            ?? (language == "sk" ? In(conversation, "cs") : null);
}
