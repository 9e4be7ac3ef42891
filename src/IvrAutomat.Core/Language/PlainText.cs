using System.Text;

namespace IvrAutomat.Language;

/// <summary>
/// Text in plain ASCII. One Czech letter with a hook switches a whole SMS to an alphabet in which only 70 characters fit instead of 160,
/// and recognisers write diacritics or not as they please: both want the letter under the mark.
/// </summary>
public static class PlainText
{
    private const string Marked = "áàâäãåăąāčćçďđéèêëěęėēíìîïīľĺłňńñóòôöőõøōŕřšśşșťţțúùûüůűūýÿžźż";
    private const string Unmarked = "aaaaaaaaacccddeeeeeeeeiiiiilllnnnoooooooorrsssstttuuuuuuuyyzzz";
    private const int TableSize = 0x250;

    private static readonly char[] Bases = BuildTable();

    /// <summary>The text without diacritics; typographic signs become their typewriter forms, anything else outside ASCII a question mark.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(plain, rune);
        }

        return plain.ToString();
    }

    /// <summary>The letter under a diacritical mark, or the character itself.</summary>
    internal static char Base(char c) => c < TableSize ? Bases[c] : c;

    /// <summary>A mark that stands as a character of its own after its letter (decomposed Unicode).</summary>
    internal static bool IsCombiningMark(int c) => c is >= 0x300 and <= 0x36F;

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (IsCombiningMark(rune.Value))
        {
            return;
        }

        if (rune.Value < TableSize && Base((char)rune.Value) is var letter && letter < 0x80)
        {
            plain.Append(letter);
            return;
        }

        plain.Append(rune.Value switch
        {
            '„' or '“' or '”' or '»' or '«' => "\"",
            '‚' or '‘' or '’' => "'",
            '–' or '—' or '‑' or '−' => "-",
            '…' => "...",
            '\u00A0' or '\u2007' or '\u2009' or '\u202F' => " ",
            '€' => "EUR",
            '×' => "x",
            'ß' => "ss",
            'æ' => "ae",
            'Æ' => "AE",
            'œ' => "oe",
            'Œ' => "OE",
            '\u200B' or '\u00AD' or '\uFEFF' => "",
            _ => "?",
        });
    }

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var c = 0; c < TableSize; c++)
        {
            table[c] = (char)c;
        }

        for (var i = 0; i < Marked.Length; i++)
        {
            table[Marked[i]] = Unmarked[i];
            table[char.ToUpperInvariant(Marked[i])] = char.ToUpperInvariant(Unmarked[i]);
        }

        return table;
    }
}
