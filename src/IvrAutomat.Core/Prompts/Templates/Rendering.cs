using System.Text;

namespace IvrAutomat.Prompts.Templates;

/// <summary>One utterance becoming words: builds one string and decides nothing.</summary>
internal readonly struct Rendering(LanguagePrompts prompts, SlotForms forms, DateOnly today)
{
    public string Text(Utterance what)
    {
        var found = prompts.Find(what);
        if (found.Constant is { } constant)
        {
            return constant;
        }

        var into = new StringBuilder(256);
        Append(into, found, what);
        return into.ToString();
    }

    private void Append(StringBuilder into, Utterance what) => Append(into, prompts.Find(what), what);

    private void Append(StringBuilder into, Template template, Utterance what)
    {
        foreach (var part in template.Parts)
        {
            switch (part)
            {
                case Literal literal:
                    AppendWords(into, literal.Text);
                    break;
                case SlotText slot:
                    Append(into, slot, what);
                    break;
                case Plural plural:
                    Append(into, Branch(plural, what), what);
                    break;
                case Select select:
                    Append(into, Branch(select, what), what);
                    break;
            }
        }
    }

    // A value that ends in a full stop of its own ("23. 11.", a company's "a. s.") takes the sentence's full stop into it.
    private static void AppendWords(StringBuilder into, string words) =>
        into.Append(words.AsSpan(into.Length > 0 && into[^1] == '.' && words[0] == '.' ? 1 : 0));

    private void Append(StringBuilder into, SlotText slot, Utterance what)
    {
        if (!what.Slots.TryGet(slot.Name, out var value))
        {
            // A ladder repeats the step's own question unless the step passes another one.
            if (Variants.IsLadder(what.Variant) && slot.Name is LadderSlots.Short or LadderSlots.Full)
            {
                Append(into, what.As(slot.Name));
                return;
            }

            throw Missing(slot, what);
        }

        if (!slot.Accepts(value.Kind))
        {
            throw Mismatch(slot, value, what);
        }

        switch (value)
        {
            case UtteranceSlot nested:
                Append(into, nested.Value);
                break;
            case ListSlot list:
                AppendAll(into, list);
                break;
            default:
                into.Append(Words(slot, value, what));
                break;
        }
    }

    private void AppendAll(StringBuilder into, ListSlot list)
    {
        var first = true;
        foreach (var each in list.Values.AsSpan())
        {
            if (!first)
            {
                into.Append(' ');
            }

            first = false;
            Append(into, each);
        }
    }

    private string Words(SlotText slot, SlotValue value, Utterance what) => value switch
    {
        NumberSlot number => forms.Number(number.Value, slot.Format),
        RangeSlot range => forms.Range(range.From, range.To, slot.Format),
        OrdinalSlot ordinal => forms.Ordinal(ordinal.Value),
        MoneySlot money => forms.Money(money.Value, slot.Format),
        DateSlot date => forms.Date(date.Value, today, slot.Format),
        TimeSlot time => forms.Time(time.Value, slot.Format),
        WindowSlot window => forms.Between(window.From, window.To),
        DurationSlot duration => forms.Duration(duration.Value, slot.Format),
        DigitsSlot digits when slot.Format.Type == SlotType.Code => forms.Code(digits.Value),
        DigitsSlot digits => forms.Digits(digits.Value),
        CodeSlot code => forms.Code(code.Value),
        NameSlot name => forms.Name(Clean(name.Value)),
        PlaceSlot place => forms.Place(Clean(place.Value)),
        TextSlot text => Clean(text.Value),
        WithheldSlot withheld => withheld.Text,
        HeldSlot => throw new PromptException(
            what.Key, slot.Name, $"The held slot '{slot.Name}' of the prompt '{what.Key}' was not filled before speaking."),
        _ => throw Mismatch(slot, value, what),
    };

    // Names come from outside; what no voice can say must not reach one.
    private static string Clean(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u001F')
            ? string.Create(text.Length, text, (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            })
            : text;

    private Template Branch(Plural plural, Utterance what)
    {
        var count = Value(plural, what) switch
        {
            NumberSlot number => number.Value,
            RangeSlot range => range.To,
            var other => throw Mismatch(plural, other, what),
        };
        foreach (var (value, words) in plural.Exact)
        {
            if (value == count)
            {
                return words;
            }
        }

        return plural.Forms[(int)forms.Plural(count)] ?? plural.Forms[(int)Language.PluralForm.Other]!;
    }

    private static Template Branch(Select select, Utterance what)
    {
        var choice = Value(select, what) is ChoiceSlot chosen ? chosen.Value : throw Mismatch(select, Value(select, what), what);
        foreach (var (value, words) in select.Cases)
        {
            if (value == choice)
            {
                return words;
            }
        }

        return select.Other;
    }

    private static SlotValue Value(SlotUse slot, Utterance what) =>
        what.Slots.TryGet(slot.Name, out var value) ? value : throw Missing(slot, what);

    private static PromptException Missing(SlotUse slot, Utterance what) => new(
        what.Key, slot.Name, $"The prompt '{what.Key}' ({what.Variant}) says {slot.Written}, but no such slot was passed.");

    private static PromptException Mismatch(SlotUse slot, SlotValue value, Utterance what) => new(
        what.Key, slot.Name, $"The prompt '{what.Key}' ({what.Variant}) says {slot.Written}, but the slot passed is {value.Kind}.");
}
