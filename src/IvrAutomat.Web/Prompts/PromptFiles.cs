using System.Collections.Immutable;
using System.Text;
using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Prompts.Words;

namespace IvrAutomat.Web.Prompts;

/// <summary>
/// The prompt files of one folder: <c>&lt;folder&gt;/&lt;language&gt;/*.yaml</c>. Reads them whole and says what is wrong with each;
/// keeps nothing between two readings.
/// </summary>
internal sealed class PromptFiles(
    string folder, IEnumerable<SpokenLanguage> languages, IEnumerable<PromptContract> contracts)
{
    // All Czech prompts together have a tenth of this. Whatever is larger was put here by mistake.
    private const long LargestFile = 1024 * 1024;

    private const int MostFiles = 500;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IReadOnlyList<SpokenLanguage> _languages = [.. languages];
    private readonly IReadOnlyList<PromptContract> _contracts = [.. contracts];

    /// <summary>The folder that is read.</summary>
    public string Folder => folder;

    /// <summary>What is on the disk now, without reading contents.</summary>
    public PromptFolderState State() => PromptFolderState.Of(folder);

    /// <summary>Reads and checks everything. Never throws for what is on the disk: each problem is a finding.</summary>
    public PromptSet Read() => Read(instead: null, out _);

    /// <summary>The same with other contents in the place of some files: what would be live if they were written.</summary>
    /// <param name="instead">Contents by the file's name ("cs/status.yaml"); null: what is on the disk.</param>
    /// <param name="read">Every text, of faulty files too as far as they can be read.</param>
    public PromptSet Read(IReadOnlyDictionary<string, string>? instead, out IReadOnlyList<PromptText> read)
    {
        var findings = new List<PromptFinding>();
        var texts = new List<PromptText>();
        var words = new List<WordText>();
        read = texts;
        foreach (var file in Files(findings))
        {
            if ((instead?.GetValueOrDefault(file.Name) ?? Content(file, findings)) is not { } content)
            {
                continue;
            }

            if (file.Name.EndsWith("/" + WordsYaml.FileName, StringComparison.Ordinal))
            {
                words.AddRange(WordsYaml.Read(file.Language, file.Name, content, findings));
            }
            else
            {
                texts.AddRange(PromptYaml.Read(file.Language, file.Name, content, findings));
            }
        }

        // A file that cannot be read hides its prompts; what they would lack is then no news.
        if (findings.Exists(IsError))
        {
            return new(Catalogue: null, [.. findings, .. PromptSet.Parse(texts, _languages, words).Findings]);
        }

        var set = PromptSet.Parse(texts, _languages, words);
        if (set.Catalogue is not { } catalogue)
        {
            return set with { Findings = [.. findings, .. set.Findings] };
        }

        // The first language is the house's own; another is offered to callers only once it is complete.
        var broken = _contracts.Count == 0 ? [] : PromptCheck.Check(catalogue, _contracts, _languages[0].Tag);
        var wordless = _contracts.Count == 0 ? [] : WithoutWords(catalogue);
        return new(broken.Concat(wordless).Any(IsError) ? null : catalogue, [.. findings, .. set.Findings, .. broken, .. wordless]);
    }

    /// <summary>The files of a language that hold prompts and can be read, each with its content.</summary>
    public IEnumerable<(PromptFile File, string Content)> Of(string language) =>
        from file in Files([])
        where file.Language == language && !file.Name.EndsWith("/" + WordsYaml.FileName, StringComparison.Ordinal)
        let content = Content(file, [])
        where content is not null
        select (file, content);

    /// <summary>The languages that the catalogue says everything in: only these are offered to callers.</summary>
    public ImmutableArray<string> Complete(PromptCatalogue catalogue) =>
        [.. _languages.Select(language => language.Tag)
            .Where(tag => PromptCheck.IsComplete(catalogue, tag, _contracts) && !ReferenceEquals(catalogue.Words(tag), SpokenWords.None))];

    private static bool IsError(PromptFinding finding) => finding.Severity == PromptSeverity.Error;

    private IEnumerable<PromptFinding> WithoutWords(PromptCatalogue catalogue) =>
        from language in catalogue.Languages
        where ReferenceEquals(catalogue.Words(language), SpokenWords.None)
        select new PromptFinding(
            language == _languages[0].Tag ? PromptSeverity.Error : PromptSeverity.Warning, "words-missing", $"{language}/{WordsYaml.FileName}", 0, "",
            "There are no words that callers say: only keys, numbers and days would be understood.", "Put the file back.");

    private List<PromptFile> Files(List<PromptFinding> findings)
    {
        var files = new List<PromptFile>();
        try
        {
            files.AddRange(PromptFile.In(folder));
            findings.AddRange(
                from misnamed in PromptFile.In(folder, "*.yml")
                select new PromptFinding(PromptSeverity.Warning, "file-name", misnamed.Name, 0, "",
                    "The file is not read: its name ends in .yml.", "Rename it to .yaml."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Refuse("", "folder-unreadable", "The folder of prompts is not there or cannot be read.",
                "Put it back, or set Prompts:Folder to where it is."));
            return [];
        }

        if (files.Count == 0)
        {
            findings.Add(Refuse("", "folder-empty", "There are no prompt files in the folder.",
                "Put them in a folder named by the language, for example cs/greeting.yaml."));
        }
        else if (files.Count > MostFiles)
        {
            findings.Add(Refuse("", "folder-large", $"There are {files.Count} prompt files; at most {MostFiles} are read.",
                "Remove what does not belong here."));
            return [];
        }

        return files;
    }

    private static string? Content(PromptFile file, List<PromptFinding> findings)
    {
        try
        {
            if (file.Length > LargestFile)
            {
                findings.Add(Refuse(file.Name, "file-large",
                    $"The file has {file.Length / LargestFile} MB; a prompt file has at most 1 MB.",
                    "Remove what does not belong here, or split the file."));
                return null;
            }

            var bytes = File.ReadAllBytes(file.Path);
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                findings.Add(Refuse(file.Name, "file-encoding", "The file is in UTF-16.", "Save it as UTF-8."));
                return null;
            }

            // Some editors begin UTF-8 with an invisible mark. It harms nothing, and the admin could not see what to remove.
            var content = StrictUtf8.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes);
            if (!string.IsNullOrWhiteSpace(content))
            {
                return content;
            }

            findings.Add(Refuse(file.Name, "file-empty", "The file is empty.", "Write its prompts again, or delete the file."));
        }
        catch (ArgumentException)
        {
            findings.Add(Refuse(file.Name, "file-encoding", "The file is not in UTF-8.", "Save it as UTF-8."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Refuse(file.Name, "file-unreadable", "The file cannot be read.",
                "Check that it is there and that the program may read it."));
        }

        return null;
    }

    private static PromptFinding Refuse(string file, string rule, string message, string remedy) =>
        new(PromptSeverity.Error, rule, file.Length == 0 ? "prompts" : file, 0, "", message, remedy);
}
