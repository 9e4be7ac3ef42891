using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IvrAutomat.Prompts;

/// <summary>
/// One thing to say: a prompt's key, its variant and the values it mentions. Not yet words, which come from the catalogue at the
/// moment of speaking, so that a decision can be stored, compared and replayed whatever the prompt files say by then.
/// </summary>
/// <param name="Key">The prompt's key: "status.packing".</param>
public sealed record Utterance(string Key)
{
    /// <summary>Which variant of the prompt; see <see cref="Variants"/>.</summary>
    public string Variant { get; init; } = Variants.Text;

    /// <summary>Which entry of a variant that is a list, from zero; beyond the end the last one is said.</summary>
    public int Rung { get; init; }

    /// <summary>The values that the prompt mentions.</summary>
    public Slots Slots { get; init; } = Slots.Empty;

    /// <summary>The language that it is said in whatever the call speaks; null: the call's.</summary>
    public string? Language { get; init; }

    /// <summary>Whether a key or a word may cut it off. Only the consequence sentence of a destructive question may not be.</summary>
    public bool Interruptible { get; init; } = true;

    /// <summary>
    /// Whether it mentions what belongs to one person: digits, a code, a name or a place, in nested utterances too. What it says then is not
    /// kept longer than the call.
    /// </summary>
    [JsonIgnore]
    public bool IsPersonal
    {
        get
        {
            foreach (var (_, value) in Slots)
            {
                if (value switch
                {
                    UtteranceSlot nested => nested.Value.IsPersonal,
                    ListSlot list => list.Values.Any(static each => each.IsPersonal),
                    _ => value.Kind is SlotKind.Digits or SlotKind.Code or SlotKind.Name or SlotKind.Place,
                })
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The same, with one slot added or replaced.</summary>
    public Utterance With(string slot, SlotValue value) => this with { Slots = Slots.With(slot, value) };

    /// <summary>The same prompt in another variant.</summary>
    public Utterance As(string variant, int rung = 0) => this with { Variant = variant, Rung = rung };

    /// <summary>The too-short rung, which also says how many digits were typed and how many are needed.</summary>
    public Utterance AsTooShort(int rung, int typed, int length) =>
        As(Variants.TooShort, rung).With(LadderSlots.Typed, new NumberSlot(typed)).With(LadderSlots.Length, new NumberSlot(length));

    /// <summary>Puts held values in, in nested utterances too. Leaves everything else as it is.</summary>
    /// <param name="held">Gives the value held under a name.</param>
    public Utterance Fill(Func<string, string> held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return Replace(slot => slot.Fill(held(slot.Name)));
    }

    /// <summary>The same where a value is not kept any more: then words stand in its place. For replays only.</summary>
    /// <param name="held">Gives the value held under a name; null where it is gone.</param>
    /// <param name="gone">What stands in the place of a value that is gone, by the name it was held under.</param>
    public Utterance FillAsFarAsKept(Func<string, string?> held, Func<string, string> gone)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(gone);
        return Replace(slot => held(slot.Name) is { } kept ? slot.Fill(kept) : new WithheldSlot(gone(slot.Name), slot.As));
    }

    private Utterance Replace(Func<HeldSlot, SlotValue> replace)
    {
        var filled = Slots;
        foreach (var (name, value) in Slots)
        {
            filled = value switch
            {
                HeldSlot slot => filled.With(name, replace(slot)),
                UtteranceSlot slot => filled.With(name, new UtteranceSlot(slot.Value.Replace(replace))),
                ListSlot slot => filled.With(name, new ListSlot([.. slot.Values.Select(each => each.Replace(replace))])),
                _ => filled,
            };
        }

        return this with { Slots = filled };
    }
}

/// <summary>Slots that only ladder rungs mention.</summary>
public static class LadderSlots
{
    /// <summary>How many digits were typed.</summary>
    public const string Typed = "typed";

    /// <summary>How many digits are needed.</summary>
    public const string Length = "length";

    /// <summary>The options as yes-or-no questions; passed by the step, which alone knows them.</summary>
    public const string OptionsOneByOne = "options-one-by-one";

    /// <summary>The step's short question; the catalogue says the step's own unless another is passed.</summary>
    public const string Short = "short";

    /// <summary>The step's full question; the catalogue says the step's own unless another is passed.</summary>
    public const string Full = "full";

    internal static readonly ImmutableArray<SlotContract> TooShortSlots = [new(Typed, SlotKind.Number), new(Length, SlotKind.Number)];
}
