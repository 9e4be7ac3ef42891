using System.Globalization;
using System.Runtime.InteropServices;
using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>One way to read the words from some position on as a single group.</summary>
/// <param name="End">The position after the group.</param>
/// <param name="Digits">What the group adds to the dictated string.</param>
/// <param name="Cost">How unnatural it is; an ordinary group costs 1.</param>
internal readonly record struct NumberGroup(int End, string Digits, int Cost);

/// <summary>
/// The grammar of one group: a number with strictly falling members, a count of equal digits, or written digits. A group may stop early,
/// because people dictate "dvacet pět" for 25 and for 20 and 5.
/// </summary>
internal sealed class NumberGroups(IReadOnlyList<NumberWord> words, NumberGrammar grammar)
{
    /// <summary>A number read over a pause costs more than two groups.</summary>
    private const int OverPause = 2;

    private const int AgainstGrammar = 3;
    private const int NotRead = 6;
    private const int MostRepeats = 12;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int End, long Value, int Cost);

    /// <summary>All groups that begin at a position, longest first; never empty, because an unreadable word is passed over.</summary>
    public IReadOnlyList<NumberGroup> At(int start)
    {
        var groups = new List<NumberGroup>();
        AddRepeated(groups, start);
        AddWritten(groups, start);
        AddNumbers(groups, start, value: 0, cost: 1, below: long.MaxValue);
        if (words[start].Kind == Kind.PluralDigit)
        {
            groups.Add(new NumberGroup(start + 1, Text(words[start].Value), AgainstGrammar));
        }

        if (groups.Count == 0)
        {
            groups.Add(new NumberGroup(start + 1, "", NotRead));
        }

        return [.. groups.OrderByDescending(group => group.End)];
    }

    /// <summary>"Čtyři nuly", "dvě pětky", "dvakrát pět", "2 krát dvacet".</summary>
    private void AddRepeated(List<NumberGroup> groups, int start)
    {
        var count = Count(start);
        if (count >= 2 && Is(start + 1, Kind.PluralDigit))
        {
            groups.Add(new NumberGroup(start + 2, Repeat(Text(words[start + 1].Value), (int)count), 1));
        }

        var repeated = (count, words[start].Kind) switch
        {
            (_, Kind.Times) => (Next: start + 1, Times: (int)words[start].Value),
            ( >= 2, _) when Is(start + 1, Kind.TimesSign) => (Next: start + 2, Times: (int)count),
            _ => default,
        };
        if (repeated.Times > 0 && repeated.Next < words.Count && words[repeated.Next].Kind is not (Kind.Times or Kind.TimesSign))
        {
            groups.AddRange(SimpleAt(repeated.Next).Select(group => group with { Digits = Repeat(group.Digits, repeated.Times) }));
        }
    }

    private List<NumberGroup> SimpleAt(int start)
    {
        var groups = new List<NumberGroup>();
        AddWritten(groups, start);
        AddNumbers(groups, start, value: 0, cost: 1, below: long.MaxValue);
        if (words[start].Kind == Kind.PluralDigit)
        {
            groups.Add(new NumberGroup(start + 1, Text(words[start].Value), 1));
        }

        return groups;
    }

    /// <summary>Written digits as they are; "2000 26" may also be 2026, when the recogniser wrote the members of one number apart.</summary>
    private void AddWritten(List<NumberGroup> groups, int start)
    {
        if (!Is(start, Kind.Written))
        {
            return;
        }

        var digits = words[start].Text;
        groups.Add(new NumberGroup(start + 1, digits, 1));
        var zeros = digits.Length - digits.TrimEnd('0').Length;
        if (zeros < digits.Length && zeros >= 2 && Is(start + 1, Kind.Written)
            && words[start + 1].Text is var tail && tail.Length <= zeros && tail[0] != '0')
        {
            groups.Add(new NumberGroup(start + 2, digits[..^tail.Length] + tail, 1 + AgainstGrammar));
        }
    }

    /// <summary>A number that may go on with smaller members: thousands after millions, hundreds after thousands.</summary>
    private void AddNumbers(List<NumberGroup> groups, int at, long value, int cost, long below)
    {
        if (IsScaleBelow(at, below))
        {
            AddScale(groups, at, value, count: 1, cost + (HasUnusedCount(at, value) ? AgainstGrammar : 0), below);
        }

        if (value > 0 && Is(at, Kind.Written) && words[at].Value >= 1_000 && words[at].Value < below && words[at].Text[0] != '0')
        {
            groups.Add(new NumberGroup(at + 1, Text(value + words[at].Value), cost));
        }

        foreach (var part in BelowThousand(at, allowTeenHundreds: value == 0))
        {
            if (part.Value > 0 || value == 0)
            {
                groups.Add(new NumberGroup(part.End, Text(value + part.Value), cost + part.Cost));
            }

            if (part.Value is > 0 and < 1_000 && IsScaleBelow(part.End, below))
            {
                AddScale(groups, part.End, value, part.Value, cost + part.Cost, below);
            }
        }
    }

    private void AddScale(List<NumberGroup> groups, int at, long value, long count, int cost, long below)
    {
        var scale = words[at].Value;
        var total = value + count * scale;
        groups.Add(new NumberGroup(at + 1, Text(total), cost));
        if (at + 1 < words.Count)
        {
            AddNumbers(groups, at + 1, total, cost, scale);
        }
    }

    /// <summary>"Dva tisíce" is hardly ever 2 and 1000.</summary>
    private bool HasUnusedCount(int at, long value) =>
        value == 0 && at > 0 && words[at].Gap != NumberGap.Pause
        && words[at - 1] is { Kind: Kind.Digit or Kind.Teen or Kind.Ten or Kind.Inverted, Value: > 0 };

    private bool IsScaleBelow(int at, long below) => Is(at, Kind.Scale) && words[at].Value < below;

    private IEnumerable<Part> BelowThousand(int at, bool allowTeenHundreds)
    {
        if (Hundreds(at, allowTeenHundreds) is not { } hundreds)
        {
            return BelowHundred(at);
        }

        return BelowHundred(hundreds.End)
            .Where(rest => rest.Value > 0)
            .Select(rest => new Part(rest.End, hundreds.Value + rest.Value, rest.Cost + PauseCost(hundreds.End)))
            .Append(hundreds);
    }

    private Part? Hundreds(int at, bool allowTeenHundreds)
    {
        if (Is(at, Kind.Hundred))
        {
            return new Part(at + 1, 100, 0);
        }

        // "Sta" alone is the genitive of a hundred; far more often its count was not heard.
        if (Is(at, Kind.Hundreds))
        {
            return new Part(at + 1, 100, AgainstGrammar);
        }

        var count = Count(at);
        var isCount = (count >= grammar.FewestHundreds && count <= 9) || (allowTeenHundreds && count is >= 11 and <= 19);
        return isCount && Is(at + 1, Kind.Hundreds) ? new Part(at + 2, count * 100, PauseCost(at + 1)) : null;
    }

    private IEnumerable<Part> BelowHundred(int at)
    {
        if (at >= words.Count || Is(at + 1, Kind.Hundreds) && Count(at) >= grammar.FewestHundreds)
        {
            yield break;
        }

        var word = words[at];
        switch (word.Kind)
        {
            case Kind.Ten:
                if (Is(at + 1, Kind.Digit) && words[at + 1].Value > 0 && !Is(at + 2, Kind.Hundreds))
                {
                    yield return new Part(at + 2, word.Value + words[at + 1].Value, PauseCost(at + 1));
                }

                yield return new Part(at + 1, word.Value, 0);
                break;
            case Kind.Digit or Kind.InvertedHead when Is(at + 1, Kind.Ten)
                && (word.Kind == Kind.InvertedHead || words[at + 1].Gap == NumberGap.And):
                yield return new Part(at + 2, word.Value + words[at + 1].Value, 0);
                if (word.Kind == Kind.Digit)
                {
                    yield return new Part(at + 1, word.Value, 0);
                }

                break;
            case Kind.Digit or Kind.Teen or Kind.Inverted:
                yield return new Part(at + 1, word.Value, 0);
                break;
            case Kind.Written when word.Value is > 0 and < 1_000 && word.Text[0] != '0':
                yield return new Part(at + 1, word.Value, 0);
                break;
        }
    }

    /// <summary>The word as a count, or -1.</summary>
    private long Count(int at) =>
        at < words.Count && words[at] is { Kind: Kind.Digit or Kind.Teen or Kind.Written, Value: >= 0 and <= 19 } word ? word.Value : -1;

    private int PauseCost(int at) => at < words.Count && words[at].Gap == NumberGap.Pause ? OverPause : 0;

    private bool Is(int at, Kind kind) => at < words.Count && words[at].Kind == kind;

    private static string Repeat(string digits, int times) => times <= MostRepeats ? string.Concat(Enumerable.Repeat(digits, times)) : "";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
