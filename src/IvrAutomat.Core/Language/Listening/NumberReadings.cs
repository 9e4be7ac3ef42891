namespace IvrAutomat.Language;

/// <summary>
/// The strings of digits that a dictation may mean, best first. From the last word back, each position keeps only its best readings, so the work
/// is linear in the number of words whatever was said.
/// </summary>
internal static class NumberReadings
{
    private const int MostCandidates = 64;

    /// <summary>Longer than any number a shop or carrier gives out; longer readings are dropped.</summary>
    private const int MostDigits = 32;

    /// <param name="Digits">The digits from some position to the end.</param>
    /// <param name="Cost">The sum of the costs of the groups: fewer and longer groups are more natural.</param>
    /// <param name="FirstGroup">How many digits the first group gave.</param>
    private readonly record struct Reading(string Digits, int Cost, int FirstGroup);

    public static IReadOnlyList<string> Of(string speech, NumberGrammar grammar)
    {
        var dictation = NumberSpeech.Read(speech, grammar);
        var current = Best(dictation.Current, grammar).Where(reading => reading.Digits.Length > 0).ToList();
        var whole = current.Select(reading => reading.Digits);
        var patched = current.Count == 0 ? [] : Patched(dictation.Corrected, current[0], grammar);
        return [.. whole.Concat(patched).Distinct(StringComparer.Ordinal).Take(MostCandidates)];
    }

    /// <summary>
    /// After "dva nula dva pět, ne šest, nula nula jedna" the correction may start the number again or replace its last group only.
    /// The second is offered after all readings of the first.
    /// </summary>
    private static IEnumerable<string> Patched(IReadOnlyList<NumberWord> corrected, Reading current, NumberGrammar grammar)
    {
        foreach (var reading in Best(corrected, grammar).Take(1))
        {
            var kept = reading.Digits.Length - current.FirstGroup;
            if (kept > 0 && kept + current.Digits.Length <= MostDigits)
            {
                yield return reading.Digits[..kept] + current.Digits;
            }
        }
    }

    private static List<Reading> Best(IReadOnlyList<NumberWord> words, NumberGrammar grammar)
    {
        var groups = new NumberGroups(words, grammar);
        var best = new List<Reading>[words.Count + 1];
        best[words.Count] = [new Reading("", 0, 0)];
        for (var start = words.Count - 1; start >= 0; start--)
        {
            best[start] = groups.At(start)
                .SelectMany(group => best[group.End].Select(rest =>
                    new Reading(group.Digits + rest.Digits, group.Cost + rest.Cost, group.Digits.Length)))
                .Where(reading => reading.Digits.Length <= MostDigits)
                .OrderBy(reading => reading.Cost)
                .DistinctBy(reading => reading.Digits)
                .Take(MostCandidates)
                .ToList();
        }

        return best[0];
    }
}
