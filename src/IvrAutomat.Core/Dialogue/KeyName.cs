using System.Collections.Immutable;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>The names of keys, for lists whose options are not fixed.</summary>
internal static class KeyName
{
    private static readonly ImmutableArray<PromptContract> Keys = [.. Enumerable.Range(1, 5).Select(key => new PromptContract($"key.{key}"))];

    public static Utterance Of(int key) => Keys[key - 1].Say();
}
