using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Everything that the conversation may say: the contracts that prompt files have to fulfil. They are collected from
/// where they are used, so that none can be forgotten in a list.
/// </summary>
public static class DialoguePrompts
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>All contracts of the dialogue.</summary>
    public static ImmutableArray<PromptContract> Contracts { get; } =
    [
        .. typeof(DialoguePrompts).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DialoguePrompts).Namespace && type != typeof(DialoguePrompts) && !type.IsGenericTypeDefinition)
            .SelectMany(type => type.GetFields(Static))
            .Where(field => !field.IsLiteral)
            .SelectMany(field => Within(field.GetValue(null)))
            .OrderBy(contract => contract.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<PromptContract> Within(object? value) => value switch
    {
        PromptContract contract => [contract],
        IDictionary dictionary => dictionary.Values.OfType<PromptContract>(),
        IEnumerable<PromptContract> contracts => contracts,
        _ => [],
    };
}
