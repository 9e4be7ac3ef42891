namespace IvrAutomat.Calls;

/// <summary>The first digits of the national nine and what they mean. The longest prefix that matches decides.</summary>
internal static class PhonePlan
{
    private const int LongestPrefix = 3;

    private static readonly Dictionary<string, PhoneKind> CzechPrefixes = Table(
        // Not all of these are opened yet, but nothing else than mobiles will begin so.
        (PhoneKind.Mobile, "6 7"),
        (PhoneKind.Fixed, "2 31 32 35 37 38 39 41 46 47 48 49 51 53 54 55 56 57 58 59"),
        (PhoneKind.Free, "800"),
        (PhoneKind.SharedCost, "81 83 84"),
        (PhoneKind.Premium, "90 976"),
        (PhoneKind.Voicemail, "93 96"),
        // Personal numbers, which lead to whatever telephone their owner chose.
        (PhoneKind.Other, "700 701"));

    private static readonly Dictionary<string, PhoneKind> SlovakPrefixes = Table(
        (PhoneKind.Mobile, "90 91 940 943 944 945 947 948 949 95"),
        (PhoneKind.Fixed, "2 3 4 5"),
        (PhoneKind.Free, "800"),
        (PhoneKind.SharedCost, "85"),
        (PhoneKind.Premium, "900 976 98"));

    public static PhoneKind Czech(string national) => Find(CzechPrefixes, national);

    public static PhoneKind Slovak(string national) => Find(SlovakPrefixes, national);

    private static PhoneKind Find(Dictionary<string, PhoneKind> prefixes, string national)
    {
        for (var length = LongestPrefix; length > 0; length--)
        {
            if (prefixes.TryGetValue(national[..length], out var kind))
            {
                return kind;
            }
        }

        return PhoneKind.Other;
    }

    private static Dictionary<string, PhoneKind> Table(params (PhoneKind Kind, string Prefixes)[] rows) =>
        rows.SelectMany(row => row.Prefixes.Split(' ').Select(prefix => (prefix, row.Kind))).ToDictionary();
}
