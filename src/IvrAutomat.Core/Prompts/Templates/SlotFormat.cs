using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Templates;

/// <summary>The ways a template may ask for a value.</summary>
internal enum SlotType
{
    /// <summary><c>{shop}</c>: said as it is.</summary>
    Plain,
    Digits,
    Code,
    Number,
    Range,
    Ordinal,
    Money,
    Date,
    Time,
    Between,
    Duration,
    Name,
    Place,
    List,
}

/// <summary>How one slot is said: <c>{days, number, gen m}</c> is the number in genitive masculine.</summary>
internal sealed record SlotFormat(SlotType Type)
{
    public static readonly SlotFormat Plain = new(SlotType.Plain);

    public GrammaticalCase Case { get; init; }

    public Gender Gender { get; init; }

    /// <summary>Null only where a date is written, not spoken: a written date is bare.</summary>
    public DateForm? DateForm { get; init; }

    public TimeForm? TimeForm { get; init; }

    /// <summary>Whether a value of this kind can be said this way.</summary>
    public bool Accepts(SlotKind kind) => Type switch
    {
        SlotType.Plain => kind is SlotKind.Text or SlotKind.Utterance or SlotKind.List,
        SlotType.Digits => kind is SlotKind.Digits,
        SlotType.Code => kind is SlotKind.Code or SlotKind.Digits,
        SlotType.Number => kind is SlotKind.Number,
        SlotType.Range => kind is SlotKind.Range,
        SlotType.Ordinal => kind is SlotKind.Ordinal,
        SlotType.Money => kind is SlotKind.Money,
        SlotType.Date => kind is SlotKind.Date,
        SlotType.Time => kind is SlotKind.Time,
        SlotType.Between => kind is SlotKind.Window,
        SlotType.Duration => kind is SlotKind.Duration,
        // A carrier or a shop comes from the settings, yet is a name in the sentence.
        SlotType.Name => kind is SlotKind.Name or SlotKind.Text,
        SlotType.Place => kind is SlotKind.Place or SlotKind.Text,
        SlotType.List => kind is SlotKind.List,
        _ => false,
    };
}
