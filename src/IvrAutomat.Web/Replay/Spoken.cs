using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Replay;

/// <summary>Words of a catalogue that may be another than the one an utterance was made for.</summary>
internal static class Spoken
{
    /// <summary>The words; null where the catalogue has no such prompt or wants other values.</summary>
    public static string? Words(PromptCatalogue catalogue, string language, Utterance said, DateOnly today)
    {
        try
        {
            return catalogue.Speak(language, said, today);
        }
        catch (PromptException)
        {
            return null;
        }
    }
}
