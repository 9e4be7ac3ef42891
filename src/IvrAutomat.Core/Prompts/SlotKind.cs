namespace IvrAutomat.Prompts;

/// <summary>What a value in a prompt is; decides in which ways a prompt file may say it.</summary>
public enum SlotKind
{
    /// <summary>A count.</summary>
    Number,

    /// <summary>An amount in the shop's currency.</summary>
    Money,

    /// <summary>A calendar day in the shop's time zone.</summary>
    Date,

    /// <summary>A time of day in the shop's time zone.</summary>
    Time,

    /// <summary>Two times of day: from and to.</summary>
    Window,

    /// <summary>Two counts: from and to.</summary>
    Range,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Digits read one by one; never shown in a log.</summary>
    Digits,

    /// <summary>A code read slowly, sign by sign; never shown in a log.</summary>
    Code,

    /// <summary>A position in a row, counted from one.</summary>
    Ordinal,

    /// <summary>A personal name or a name of goods, in the nominative; never shown in a log.</summary>
    Name,

    /// <summary>A street, town or point, in the nominative; never shown in a log.</summary>
    Place,

    /// <summary>A text of the shop's settings: its name, its sender, its payment gateway.</summary>
    Text,

    /// <summary>A word that chooses a branch of <c>select</c> and is not itself said.</summary>
    Choice,

    /// <summary>Several utterances said one after another.</summary>
    List,

    /// <summary>Another utterance said inside this one.</summary>
    Utterance,
}
