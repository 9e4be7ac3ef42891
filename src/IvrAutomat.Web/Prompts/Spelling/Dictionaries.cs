namespace IvrAutomat.Web.Prompts.Spelling;

/// <summary>The dictionaries of this machine.</summary>
internal static class Dictionaries
{
    // Where systems and office suites put them; DICPATH is the checker's own setting.
    private static readonly string[] Folders =
        ["/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell", "/Library/Spelling"];

    /// <summary>The path without its ending of a dictionary of the language: cs, or cs_CZ; null when there is none.</summary>
    public static string? Find(string language, IEnumerable<string>? folders = null) =>
        (folders ?? [.. (Environment.GetEnvironmentVariable("DICPATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), .. Folders])
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, language + "*.dic").Order(StringComparer.Ordinal))
            .Select(file => Path.ChangeExtension(file, null))
            .FirstOrDefault(path => IsOf(Path.GetFileName(path), language) && File.Exists(path + ".aff"));

    private static bool IsOf(string name, string language) =>
        name == language || name.StartsWith(language + "_", StringComparison.Ordinal) || name.StartsWith(language + "-", StringComparison.Ordinal);
}
