using System.Collections.Immutable;

namespace IvrAutomat.Calls;

/// <summary>
/// Options that are values rather than commands: days, windows, goods, places in a list. One is chosen only when exactly one fits all that was said;
/// two that fit are as good as none.
/// </summary>
internal static class ListedOptions
{
    /// <summary>The option that the words choose, or null.</summary>
    public static Option? Find(ImmutableArray<Option> options, string words, Tongue tongue)
    {
        ImmutableArray<Option> listed = [.. options.Where(option => option.Words.IsEmpty)];
        if (listed.IsEmpty || tongue.Language.Excludes(words))
        {
            return null;
        }

        return InTime(listed, words, tongue)
            ?? (tongue.Language.PlaceInList(words, listed.Length) is { } place ? listed[place - 1] : null)
            ?? SpokenNames.Find(listed, words, tongue.Language);
    }

    private static Option? InTime(ImmutableArray<Option> listed, string words, Tongue tongue)
    {
        var days = listed.Any(option => option.Day is not null) ? tongue.Language.Days(words, tongue.Today) : [];
        var times = listed.Any(option => option.From is not null) ? tongue.Language.Times(words) : [];
        if (days.IsEmpty && times.IsEmpty)
        {
            return null;
        }

        ImmutableArray<Option> fitting = [.. listed.Where(option =>
            (days.IsEmpty || (option.Day is { } day && days.Contains(day)))
            && (times.IsEmpty || (option is { From: { } from, Until: { } until } && times.Any(time => time.Meets(from, until)))))];
        return fitting.Length == 1 ? fitting[0] : null;
    }
}
