using System.Collections.Immutable;
using IvrAutomat.Language;

namespace IvrAutomat.Calls;

/// <summary>
/// Names of goods and places as callers say them: by some of their words, inflected, with or without diacritics. A word that two options share
/// tells nothing.
/// </summary>
internal static class SpokenNames
{
    /// <summary>Shorter words are prepositions and units.</summary>
    private const int ShortestWord = 3;

    /// <summary>Endings may differ by so many letters in length: "hrnek", "hrneček".</summary>
    private const int LongestEnding = 3;

    /// <summary>The one option whose own words were said; null when none or several were.</summary>
    public static Option? Find(ImmutableArray<Option> options, string speech, SpokenLanguage language)
    {
        ImmutableArray<ImmutableArray<string>> names = [.. options.Select(option => Distinct(option, language))];
        if (names.All(name => name.IsEmpty))
        {
            return null;
        }

        Option? found = null;
        var said = language.Words(speech);
        for (var i = 0; i < options.Length; i++)
        {
            var own = names[i].Where(word => !names.Where((_, other) => other != i).Any(other => other.Any(each => IsSame(each, word))));
            if (!own.Any(word => said.Any(each => IsSame(each, word))))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = options[i];
        }

        return found;
    }

    private static ImmutableArray<string> Distinct(Option option, SpokenLanguage language)
        => [.. option.Spoken.SelectMany(language.Words).Where(word => word.Length >= ShortestWord && !char.IsAsciiDigit(word[0])).Distinct()];

    private static bool IsSame(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        return shorter >= ShortestWord
            && Math.Abs(one.Length - other.Length) <= LongestEnding
            && one.AsSpan().CommonPrefixLength(other) >= Math.Max(ShortestWord, shorter - 1);
    }
}
