using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Everything that the conversation may say: the contracts that prompt files have to fulfil. They are collected from
/// where they are used, so that none can be forgotten in a list.
/// </summary>
public static class DialoguePrompts
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    private static ImmutableArray<Type> Parts { get; } =
    [
        .. typeof(DialoguePrompts).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DialoguePrompts).Namespace && type != typeof(DialoguePrompts) && !type.IsGenericTypeDefinition)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>All contracts of the dialogue.</summary>
    public static ImmutableArray<PromptContract> Contracts { get; } =
    [
        .. Parts
            .SelectMany(type => type.GetFields(Static))
            .Where(field => !field.IsLiteral)
            .SelectMany(field => Within(field.GetValue(null)))
            .OrderBy(contract => contract.Key, StringComparer.Ordinal),
    ];

    /// <summary>The parts of the conversation that say a prompt.</summary>
    /// <param name="key">The prompt's key.</param>
    public static ImmutableArray<PromptUse> UsesOf(string key) =>
    [
        .. from part in Parts
           where part.GetFields(Static).Where(field => !field.IsLiteral).SelectMany(field => Within(field.GetValue(null))).Any(contract => contract.Key == key)
           select new PromptUse(part.Name, [.. part.GetFields(Static).Where(field => field.FieldType == typeof(State)).Select(field => (State)field.GetValue(null)!)]),
    ];

    private static IEnumerable<PromptContract> Within(object? value) => value switch
    {
        PromptContract contract => [contract],
        IDictionary dictionary => dictionary.Values.OfType<PromptContract>(),
        IEnumerable<PromptContract> contracts => contracts,
        _ => [],
    };
}

/// <summary>A part of the conversation that says a prompt.</summary>
/// <param name="Part">Its name in the program, which the journal and the diagram use too.</param>
/// <param name="States">The states of that part; it may say the prompt in some of them only. Empty for a part without states of its own.</param>
public sealed record PromptUse(string Part, ImmutableArray<State> States);
