namespace IvrAutomat.Language;

/// <summary>The case a number or an amount stands in. The vocative does not occur with numbers.</summary>
public enum GrammaticalCase
{
    /// <summary>Who, what: "pět korun čeká".</summary>
    Nominative,

    /// <summary>Without whom, from what: "do pěti korun".</summary>
    Genitive,

    /// <summary>To whom: "k pěti korunám".</summary>
    Dative,

    /// <summary>Whom, for what: "za pět korun".</summary>
    Accusative,

    /// <summary>About whom: "o pěti korunách".</summary>
    Locative,

    /// <summary>With whom: "s pěti korunami".</summary>
    Instrumental,
}

/// <summary>The gender of the counted noun. Masculine is the inanimate one ("jeden kus"), as things are what is counted here.</summary>
public enum Gender
{
    /// <summary>"jeden kus", "dva kusy".</summary>
    Masculine,

    /// <summary>"jedna koruna", "dvě koruny".</summary>
    Feminine,

    /// <summary>"jedno euro", "dvě eura".</summary>
    Neuter,
}

/// <summary>The plural classes of CLDR that European languages need.</summary>
public enum PluralForm
{
    /// <summary>Czech: exactly one.</summary>
    One,

    /// <summary>Czech: two, three and four.</summary>
    Few,

    /// <summary>Czech: numbers with a fraction.</summary>
    Many,

    /// <summary>All the rest.</summary>
    Other,
}

/// <summary>The question a date answers. The spoken date carries its preposition, because that depends on the next word.</summary>
public enum DateForm
{
    /// <summary>When: "zítra", "ve středu", "v pondělí sedmého prosince".</summary>
    When,

    /// <summary>Until when: "do zítřka", "do středy".</summary>
    Until,

    /// <summary>Since when: "ode dneška", "od středy".</summary>
    Since,

    /// <summary>From what day a thing is: "z dneška", "ze středy", "z třetího listopadu".</summary>
    Of,

    /// <summary>For what day, without the preposition "na": "zítřek", "středu".</summary>
    For,
}

/// <summary>The question a time of day answers.</summary>
public enum TimeForm
{
    /// <summary>At what time: "v devět hodin".</summary>
    At,

    /// <summary>From what time: "od devíti hodin".</summary>
    From,
}
