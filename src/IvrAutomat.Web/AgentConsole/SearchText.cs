using System.Globalization;
using System.Text;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Compares names as people type them: without regard to case, háčky and čárky.</summary>
internal static class SearchText
{
    /// <summary>Whether a text contains what was typed.</summary>
    public static bool Contains(string? text, string typed) => text is not null && Plain(text).Contains(Plain(typed), StringComparison.Ordinal);

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
