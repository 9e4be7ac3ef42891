namespace IvrAutomat.Language;

/// <summary>Times of day by the 24-hour clock, with feminine ordinals. "Pol deviatej" is not said, because many people mishear it.</summary>
internal static class SlovakTimes
{
    public static string Say(TimeOnly time, TimeForm form) => (form, time.Hour, time.Minute) switch
    {
        (TimeForm.At, 0, 0) => "o polnoci",
        (TimeForm.From, 0, 0) => "od polnoci",
        (TimeForm.At, _, _) => "o " + Clock(time),
        _ => "od " + Clock(time),
    };

    /// <summary>"Medzi ôsmou a šestnástou hodinou".</summary>
    public static string Between(TimeOnly from, TimeOnly to)
    {
        var start = IsMidnight(from) ? "polnocou" : Instrumental(from);
        if (IsMidnight(to))
        {
            return $"medzi {start}{(IsMidnight(from) || from.Minute > 0 ? "" : " hodinou")} a polnocou";
        }

        return $"medzi {start} a {Instrumental(to)}{(to.Minute > 0 ? "" : " hodinou")}";
    }

    private static bool IsMidnight(TimeOnly time) => time is { Hour: 0, Minute: 0 };

    /// <summary>Genitive and locative sound alike: "od ôsmej", "o štrnástej tridsať". One o'clock is "jednej", as people say it.</summary>
    private static string Clock(TimeOnly time) => (time.Hour == 1 ? "jednej" : SlovakOrdinals.FeminineGenitive(time.Hour)) + Minutes(time);

    private static string Instrumental(TimeOnly time) => (time.Hour == 1 ? "jednou" : SlovakOrdinals.FeminineInstrumental(time.Hour)) + Minutes(time);

    private static string Minutes(TimeOnly time) => time.Minute switch
    {
        0 => "",
        < 10 => " nula " + SlovakNumeralForms.Digit(time.Minute),
        _ => " " + SlovakNumbers.Say(time.Minute, GrammaticalCase.Nominative, Gender.Masculine),
    };
}
