namespace IvrAutomat.Language;

/// <summary>Ordinal numbers in the forms that are spoken: which one, of which day, at and between which hours.</summary>
internal static class SlovakOrdinals
{
    private static readonly string[] UpToNineteen =
    [
        "nultý", "prvý", "druhý", "tretí", "štvrtý", "piaty", "šiesty", "siedmy", "ôsmy", "deviaty", "desiaty", "jedenásty", "dvanásty", "trinásty",
        "štrnásty", "pätnásty", "šestnásty", "sedemnásty", "osemnásty", "devätnásty",
    ];

    private static readonly string[] Tens =
        ["", "", "dvadsiaty", "tridsiaty", "štyridsiaty", "päťdesiaty", "šesťdesiaty", "sedemdesiaty", "osemdesiaty", "deväťdesiaty"];

    private static readonly string[] Hundreds =
        ["", "stý", "dvojstý", "trojstý", "štvorstý", "päťstý", "šesťstý", "sedemstý", "osemstý", "deväťstý"];

    /// <summary>Nominative masculine: "dvadsiaty prvý", "dvetisíci dvadsiaty šiesty".</summary>
    public static string Nominative(int n)
    {
        if (n == 0)
        {
            return UpToNineteen[0];
        }

        var words = new List<string>();
        var rest = Math.Abs((long)n);
        AddScale(words, ref rest, 1_000_000_000, "miliardtý");
        AddScale(words, ref rest, 1_000_000, "miliónty");
        AddScale(words, ref rest, 1_000, "tisíci");
        if (rest >= 100)
        {
            words.Add(Hundreds[rest / 100]);
            rest %= 100;
        }

        AddBelowHundred(words, (int)rest);
        return (n < 0 ? "mínus " : "") + string.Join(' ', words);
    }

    /// <summary>Genitive masculine of 0 to 99, as days have it: "dvadsiateho tretieho".</summary>
    public static string Genitive(int n) => Declined(n, word => word[^1] switch
    {
        'ý' => word[..^1] + "ého",
        'í' => word[..^1] + "ieho",
        _ => word[..^1] + "eho",
    });

    /// <summary>Genitive and locative feminine of 0 to 99, as hours have it: "od ôsmej", "o dvadsiatej prvej".</summary>
    public static string FeminineGenitive(int n) => Declined(n, word => word[..^1] + "ej");

    /// <summary>Instrumental feminine of 0 to 99: "medzi ôsmou a dvadsiatou prvou".</summary>
    public static string FeminineInstrumental(int n) => Declined(n, word => word[^1] == 'í' ? word[..^2] + "ťou" : word[..^1] + "ou");

    private static string Declined(int n, Func<string, string> form)
    {
        var words = new List<string>();
        AddBelowHundred(words, n);
        return string.Join(' ', (n == 0 ? [UpToNineteen[0]] : words).Select(form));
    }

    private static void AddBelowHundred(List<string> words, int n)
    {
        if (n >= 20)
        {
            words.Add(Tens[n / 10]);
            n %= 10;
        }

        if (n > 0)
        {
            words.Add(UpToNineteen[n]);
        }
    }

    private static void AddScale(List<string> words, ref long rest, long value, string name)
    {
        var count = (int)(rest / value);
        rest %= value;
        if (count > 0)
        {
            var counted = count == 1 ? "" : SlovakNumbers.Say(count, GrammaticalCase.Nominative, count == 2 ? Gender.Feminine : Gender.Masculine);
            words.Add(counted.Replace(" ", "", StringComparison.Ordinal) + name);
        }
    }
}
