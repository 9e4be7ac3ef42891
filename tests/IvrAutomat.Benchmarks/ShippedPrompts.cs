using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Benchmarks;

/// <summary>The prompts of the repository, read as the automat reads them.</summary>
internal static class ShippedPrompts
{
    /// <summary>Reads and checks them.</summary>
    public static PromptCatalogue Read()
        => new PromptLibrary(new PromptFiles(Repository.Prompts, Languages.All, DialoguePrompts.Contracts)).Current;
}
