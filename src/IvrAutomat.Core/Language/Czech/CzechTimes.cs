namespace IvrAutomat.Language;

/// <summary>Times of day by the 24-hour clock. "Půl deváté" is not said, because many people mishear it.</summary>
internal static class CzechTimes
{
    public static string Say(TimeOnly time, TimeForm form) => (form, time.Hour, time.Minute) switch
    {
        (TimeForm.At, 0, 0) => "o půlnoci",
        (TimeForm.At, 12, 0) => "v poledne",
        (TimeForm.From, 0, 0) => "od půlnoci",
        (TimeForm.At, _, _) => CzechPrepositions.Before("v", Clock(time, GrammaticalCase.Accusative)),
        _ => "od " + Clock(time, GrammaticalCase.Genitive),
    };

    /// <summary>Opening hours: "od osmi do šestnácti hodin".</summary>
    public static string FromTo(TimeOnly from, TimeOnly to)
    {
        var isMidnight = to is { Hour: 0, Minute: 0 };
        var start = from is { Minute: 0, Hour: > 0 } && !isMidnight
            ? "od " + Number(from.Hour, GrammaticalCase.Genitive)
            : Say(from, TimeForm.From);
        return start + " do " + (isMidnight ? "půlnoci" : Clock(to, GrammaticalCase.Genitive));
    }

    /// <summary>Feminine ordinals in the instrumental, except that one o'clock is "jednou" as people say it.</summary>
    public static string Between(TimeOnly from, TimeOnly to)
    {
        var start = IsMidnight(from) ? "půlnocí" : Instrumental(from);
        if (IsMidnight(to))
        {
            return $"mezi {start}{(IsMidnight(from) || from.Minute > 0 ? "" : " hodinou")} a půlnocí";
        }

        return $"mezi {start} a {Instrumental(to)}{(to.Minute > 0 ? "" : " hodinou")}";
    }

    private static bool IsMidnight(TimeOnly time) => time is { Hour: 0, Minute: 0 };

    private static string Clock(TimeOnly time, GrammaticalCase c)
    {
        var hours = CzechNoun.Hodina.Counted((ulong)time.Hour, ZeroAsNumeral(time.Hour, c));
        return time.Minute == 0 ? hours : hours + " " + CzechNoun.Minuta.Counted((ulong)time.Minute, c);
    }

    /// <summary>"Od nula hodin": on the clock zero is not declined.</summary>
    private static GrammaticalCase ZeroAsNumeral(int hour, GrammaticalCase c) => hour == 0 ? GrammaticalCase.Nominative : c;

    private static string Instrumental(TimeOnly time)
    {
        var hour = time.Hour == 1 ? "jednou" : CzechOrdinals.FeminineInstrumental(time.Hour);
        return time.Minute switch
        {
            0 => hour,
            < 10 => hour + " nula " + CzechNumeralForms.Digit(time.Minute),
            _ => hour + " " + Number(time.Minute, GrammaticalCase.Nominative),
        };
    }

    private static string Number(int n, GrammaticalCase c) => CzechNumbers.Say(n, c, Gender.Feminine);
}
