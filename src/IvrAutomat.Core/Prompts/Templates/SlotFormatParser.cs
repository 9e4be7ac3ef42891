using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Templates;

/// <summary>Reads the type and the style of a slot: <c>number, acc f</c>.</summary>
internal static class SlotFormatParser
{
    public const string KnownTypes =
        "digits, code, number, range, ordinal, money, date, time, duration, name, place, list, plural, select";

    /// <returns>The format, or null with the reason and the remedy.</returns>
    public static SlotFormat? Parse(string type, string style, out string message, out string remedy)
    {
        var words = style.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var format = type switch
        {
            "digits" => Bare(SlotType.Digits, words),
            "code" => Bare(SlotType.Code, words),
            "ordinal" => Bare(SlotType.Ordinal, words),
            "name" => Bare(SlotType.Name, words),
            "place" => Bare(SlotType.Place, words),
            "list" => Bare(SlotType.List, words),
            "number" => Counted(SlotType.Number, words),
            "range" => Counted(SlotType.Range, words),
            "money" => Cased(SlotType.Money, words, GrammaticalCase.Nominative),
            "duration" => Cased(SlotType.Duration, words, GrammaticalCase.Accusative),
            "date" => Date(words),
            "time" => Time(words),
            _ => null,
        };
        (message, remedy) = format is not null ? ("", "")
            : StyleOf(type) is { } expected ? ($"The style '{style}' of '{type}' is unknown.", $"Write {expected}.")
            : ($"The slot type '{type}' is unknown.", $"Use one of: {KnownTypes}.");
        return format;
    }

    private static string? StyleOf(string type) => type switch
    {
        "digits" or "code" or "ordinal" or "name" or "place" or "list" => $"{{…, {type}}} without anything more",
        "number" or "range" => $"{{…, {type}, acc f}}: a case (nom gen dat acc loc ins) and a gender (m f n)",
        "money" or "duration" => $"{{…, {type}, acc}}: a case (nom gen dat acc loc ins)",
        "date" => "{…, date, when}: one of when, until, since, of, for",
        "time" => "{…, time, at}: one of at, from, between",
        _ => null,
    };

    private static SlotFormat? Bare(SlotType type, string[] words) => words.Length == 0 ? new(type) : null;

    private static SlotFormat? Counted(SlotType type, string[] words) => words.Length switch
    {
        0 => new(type),
        2 when TryCase(words[0], out var c) && TryGender(words[1], out var g) => new(type) { Case = c, Gender = g },
        _ => null,
    };

    private static SlotFormat? Cased(SlotType type, string[] words, GrammaticalCase byDefault) => words.Length switch
    {
        0 => new(type) { Case = byDefault },
        1 when TryCase(words[0], out var c) => new(type) { Case = c },
        _ => null,
    };

    private static SlotFormat? Date(string[] words) => words switch
    {
        [] => new(SlotType.Date),
        ["when"] => new(SlotType.Date) { DateForm = DateForm.When },
        ["until"] => new(SlotType.Date) { DateForm = DateForm.Until },
        ["since"] => new(SlotType.Date) { DateForm = DateForm.Since },
        ["of"] => new(SlotType.Date) { DateForm = DateForm.Of },
        ["for"] => new(SlotType.Date) { DateForm = DateForm.For },
        _ => null,
    };

    private static SlotFormat? Time(string[] words) => words switch
    {
        [] => new(SlotType.Time),
        ["at"] => new(SlotType.Time) { TimeForm = TimeForm.At },
        ["from"] => new(SlotType.Time) { TimeForm = TimeForm.From },
        ["between"] => new(SlotType.Between),
        _ => null,
    };

    private static bool TryCase(string word, out GrammaticalCase found)
    {
        (var known, found) = word switch
        {
            "nom" => (true, GrammaticalCase.Nominative),
            "gen" => (true, GrammaticalCase.Genitive),
            "dat" => (true, GrammaticalCase.Dative),
            "acc" => (true, GrammaticalCase.Accusative),
            "loc" => (true, GrammaticalCase.Locative),
            "ins" => (true, GrammaticalCase.Instrumental),
            _ => (false, default),
        };
        return known;
    }

    private static bool TryGender(string word, out Gender found)
    {
        (var known, found) = word switch
        {
            "m" => (true, Gender.Masculine),
            "f" => (true, Gender.Feminine),
            "n" => (true, Gender.Neuter),
            _ => (false, default),
        };
        return known;
    }
}
