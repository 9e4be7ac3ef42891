using System.Collections.Frozen;
using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>Keys named aloud: "jednička", "stiskněte dvojku", "možnost tři", "ta první". Anything else said beside it, and it is not a key.</summary>
internal static class SpokenKeys
{
    private static readonly FrozenSet<string> Around = Set(
        "no tak takze teda tedy prosim prosimvas vas ehm hm eh e ja bych si chci chtel chtela bude je to ta ten tu tou za na pod s cislo klavesa klavesu "
        + "klavesou tlacitko moznost moznosti volba volbu volim vyberu vybiram beru dam davam dejte stisknu stisknete stiskni stisknout zmacknu zmacknete "
        + "zmacknout mackam asi radsi radeji dekuji dekuju");

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["prvni"] = 1,
        ["druha"] = 2,
        ["druhou"] = 2,
        ["treti"] = 3,
        ["ctvrta"] = 4,
        ["ctvrtou"] = 4,
        ["pata"] = 5,
        ["patou"] = 5,
        ["sesta"] = 6,
        ["sestou"] = 6,
        ["sedma"] = 7,
        ["sedmou"] = 7,
        ["osma"] = 8,
        ["osmou"] = 8,
        ["devata"] = 9,
        ["devatou"] = 9,
    }.ToFrozenDictionary();

    public static int? Find(string speech)
    {
        int? found = null;
        foreach (var word in SpeechText.Words(speech))
        {
            if (Around.Contains(word.Text))
            {
                continue;
            }

            if (Read(word.Text) is not { } key || (found is { } earlier && earlier != key))
            {
                return null;
            }

            found = key;
        }

        return found;
    }

    private static int? Read(string word)
    {
        if (Ordinals.TryGetValue(word, out var ordinal))
        {
            return ordinal;
        }

        return word is [>= '0' and <= '9'] ? word[0] - '0'
            : NumberVocabulary.Read(word) is [{ Kind: Kind.Digit } digit] ? (int)digit.Value
            : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
