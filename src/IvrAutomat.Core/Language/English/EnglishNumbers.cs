namespace IvrAutomat.Language;

/// <summary>Cardinal and ordinal numbers in words, the British way: "one thousand two hundred and ninety", "twenty-first".</summary>
internal static class EnglishNumbers
{
    private static readonly string[] UpToNineteen =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (ulong Value, string Name)[] Scales =
    [
        (1_000_000_000_000_000_000, "quintillion"), (1_000_000_000_000_000, "quadrillion"), (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"),
    ];

    /// <summary>The word of a single digit.</summary>
    public static string Digit(int digit) => UpToNineteen[digit];

    public static string Say(long n) => n < 0 ? "minus " + Say((ulong)-(n + 1) + 1) : Say((ulong)n);

    public static string Say(ulong n)
    {
        if (n == 0)
        {
            return UpToNineteen[0];
        }

        var words = new List<string>();
        var rest = n;
        foreach (var (value, name) in Scales)
        {
            if (rest >= value)
            {
                words.Add(BelowThousand((int)(rest / value)) + " " + name);
                rest %= value;
            }
        }

        if (rest > 0)
        {
            words.Add(words.Count > 0 && rest < 100 ? "and " + BelowThousand((int)rest) : BelowThousand((int)rest));
        }

        return string.Join(' ', words);
    }

    public static string Ordinal(int n)
    {
        var cardinal = Say(n);
        var last = cardinal.AsSpan().LastIndexOfAny(' ', '-') + 1;
        return cardinal[..last] + cardinal[last..] switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            var ten when ten.EndsWith('y') => ten[..^1] + "ieth",
            var other => other + "th",
        };
    }

    /// <summary>"One crown", "five crowns".</summary>
    public static string Counted(ulong n, string one, string other) => Say(n) + " " + (n == 1 ? one : other);

    private static string BelowThousand(int n)
    {
        var (hundreds, rest) = Math.DivRem(n, 100);
        return (hundreds, rest) switch
        {
            (0, _) => BelowHundred(rest),
            (_, 0) => UpToNineteen[hundreds] + " hundred",
            _ => UpToNineteen[hundreds] + " hundred and " + BelowHundred(rest),
        };
    }

    private static string BelowHundred(int n) => n < 20 ? UpToNineteen[n]
        : n % 10 == 0 ? Tens[n / 10]
        : Tens[n / 10] + "-" + UpToNineteen[n % 10];
}
