using System.Collections.Immutable;

namespace IvrAutomat.Prompts;

/// <summary>One value that a prompt may mention.</summary>
/// <param name="Name">Its name in the template.</param>
/// <param name="Kind">What it is.</param>
public sealed record SlotContract(string Name, SlotKind Kind);

/// <summary>
/// What the dialogue promises to a prompt file: the key it says, the values it passes and the variants it needs. The file may
/// mention fewer values, never others. Where a variant is passed other values than the text ("text-no-undo"), it has its own contract.
/// </summary>
public sealed class PromptContract
{
    /// <summary>A contract for the text of a prompt and, with it, its short, full, slow and ladder variants.</summary>
    /// <param name="key">The prompt's key.</param>
    /// <param name="slots">The values passed, each with its kind.</param>
    public PromptContract(string key, params ReadOnlySpan<(string Name, SlotKind Kind)> slots)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        Key = key;
        var contracts = ImmutableArray.CreateBuilder<SlotContract>(slots.Length);
        foreach (var (name, kind) in slots)
        {
            contracts.Add(new(name, kind));
        }

        Slots = contracts.MoveToImmutable();
    }

    /// <summary>The prompt's key.</summary>
    public string Key { get; }

    /// <summary>The values passed.</summary>
    public ImmutableArray<SlotContract> Slots { get; }

    /// <summary>
    /// The variants that must be there, at once the ones that this contract speaks for; the first is what <see cref="Say"/> says.
    /// Default: the text alone. Name a ladder only if the step uses it.
    /// </summary>
    public ImmutableArray<string> Variants { get; init; } = [Prompts.Variants.Text];

    /// <summary>Makes the utterance. Exactly the promised slots must be given, each of its kind.</summary>
    /// <exception cref="ArgumentException">A slot is missing, unknown or of another kind; the message names it, not its value.</exception>
    public Utterance Say(params ReadOnlySpan<(string Name, SlotValue Value)> slots)
    {
        foreach (var (name, value) in slots)
        {
            var kind = KindOf(name)
                ?? throw new ArgumentException($"The prompt '{Key}' has no slot '{name}'.", nameof(slots));
            if (value.Kind != kind)
            {
                throw new ArgumentException($"The slot '{name}' of the prompt '{Key}' is {kind}, not {value.Kind}.", nameof(slots));
            }
        }

        var given = Prompts.Slots.Of(slots);
        foreach (var slot in Slots)
        {
            if (!given.TryGet(slot.Name, out _))
            {
                throw new ArgumentException($"The prompt '{Key}' is missing its slot '{slot.Name}'.", nameof(slots));
            }
        }

        return new Utterance(Key) { Variant = Variants[0], Slots = given };
    }

    internal SlotKind? KindOf(string name)
    {
        foreach (var slot in Slots)
        {
            if (slot.Name == name)
            {
                return slot.Kind;
            }
        }

        return null;
    }
}
