using IvrAutomat.Language;

namespace IvrAutomat.Web.Calls;

/// <summary>The languages that the automat speaks and understands.</summary>
internal static class Languages
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SpokenLanguage> All { get; } = [Czech.Instance, English.Instance, Slovak.Instance];

    /// <summary>The language of a tag.</summary>
    /// <exception cref="ArgumentException">No such language: a stored call is older or newer than this program.</exception>
    public static SpokenLanguage Of(string tag)
        => All.FirstOrDefault(language => language.Tag == tag) ?? throw new ArgumentException($"There is no language '{tag}'.", nameof(tag));
}
