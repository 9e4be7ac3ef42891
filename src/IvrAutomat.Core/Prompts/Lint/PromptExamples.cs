using System.Collections.Immutable;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>Values of an ordinary Czech order, rather long than short, for measuring a prompt that nobody is hearing yet.</summary>
internal static class PromptExamples
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    // Three windows or three days are what a caller is offered at once.
    private const int Options = 3;

    /// <summary>The utterance with a value for each slot of this prompt and of those it falls back to.</summary>
    public static Utterance Of(LanguagePrompts prompts, ParsedPrompt prompt)
    {
        var key = prompt.Source.Key;
        var others = prompts.VariantsOf(key).Where(variant => variant != Variants.Option)
            .SelectMany(variant => prompts.Own(key, variant)).Select(each => each.Template);
        // An option's example is made without options of its own, so that a file that lists them in each other ends here.
        return prompt.Source.Variant == Variants.Option
            ? Filled(prompt, [prompt.Template], [])
            : Filled(prompt, others.Prepend(prompt.Template), OptionsOf(prompts, key));
    }

    private static ImmutableArray<Utterance> OptionsOf(LanguagePrompts prompts, string key) =>
        prompts.Own(key, Variants.Option) is [var option, ..] ? [.. Enumerable.Repeat(Of(prompts, option), Options)] : [];

    private static Utterance Filled(ParsedPrompt prompt, IEnumerable<Template> templates, ImmutableArray<Utterance> options)
    {
        var source = prompt.Source;
        var slots = Slots.Empty;
        foreach (var use in templates.SelectMany(template => template.All()).OfType<SlotUse>())
        {
            // In a ladder the catalogue itself says the step's question.
            var repeated = Variants.IsLadder(source.Variant) && use.Name is LadderSlots.Short or LadderSlots.Full;
            if (!repeated && !slots.TryGet(use.Name, out _))
            {
                slots = slots.With(use.Name, Value(use, options));
            }
        }

        return new(source.Key) { Variant = source.Variant, Rung = source.Rung, Slots = slots };
    }

    private static SlotValue Value(SlotUse use, ImmutableArray<Utterance> options) => use switch
    {
        Plural => new NumberSlot(5),
        Select select => new ChoiceSlot(select.Cases.IsEmpty ? "other" : select.Cases.MaxBy(each => Length(each.Words)).Value),
        SlotText { Format.Type: SlotType.List } => new ListSlot(options),
        SlotText text => Value(text),
        _ => new TextSlot(""),
    };

    private static SlotValue Value(SlotText slot) => slot.Format.Type switch
    {
        SlotType.Number => new NumberSlot(5),
        SlotType.Range => new RangeSlot(3, 5),
        SlotType.Ordinal => new OrdinalSlot(3),
        SlotType.Money => new MoneySlot(1290),
        SlotType.Date => new DateSlot(Today.AddDays(14)),
        SlotType.Time => new TimeSlot(new(14, 30)),
        SlotType.Between => new WindowSlot(new(8, 0), new(16, 0)),
        SlotType.Duration => new DurationSlot(TimeSpan.FromMinutes(5)),
        SlotType.Digits => new DigitsSlot(slot.Name is "end" or "order-end" ? "456" : slot.Name is "pin" ? "4821" : "2026001001"),
        SlotType.Code => new CodeSlot("412836"),
        SlotType.Name => new NameSlot("Pánské běžecké boty"),
        SlotType.Place => new PlaceSlot("Praha dva, Vzorová pět"),
        _ => new TextSlot(slot.Name switch
        {
            "link" => "https://shop.example/p/a1b2c3d4",
            "line" => "800 123 456",
            "key" => "jednička",
            "reason" => "změna objednávky",
            _ => "Vzorový obchod",
        }),
    };

    private static int Length(Template template) => template.All().OfType<Literal>().Sum(literal => literal.Text.Length);
}
