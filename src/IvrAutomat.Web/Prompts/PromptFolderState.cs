namespace IvrAutomat.Web.Prompts;

/// <summary>One prompt file on the disk.</summary>
/// <param name="Language">The name of its folder.</param>
/// <param name="Name">The file as an admin knows it: "cs/status.yaml".</param>
/// <param name="Path">Where the content is, links followed.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Written">When it was last written.</param>
internal sealed record PromptFile(string Language, string Name, string Path, long Length, DateTime Written)
{
    /// <summary>All prompt files of a folder in a stable order. Names beginning with a dot belong to editors and file systems.</summary>
    /// <exception cref="IOException">The folder is not there, or is changing right now.</exception>
    public static IEnumerable<PromptFile> In(string folder, string names = "*.yaml") =>
        from language in new DirectoryInfo(folder).EnumerateDirectories()
        where !language.Name.StartsWith('.')
        from file in language.EnumerateFiles(names)
        where !file.Name.StartsWith('.')
        orderby language.Name, file.Name
        // A mounted configuration is a link whose target is swapped: length and time of the link never change.
        let target = file.LinkTarget is null ? file : (FileInfo)(file.ResolveLinkTarget(returnFinalTarget: true) ?? file)
        select new PromptFile(language.Name, $"{language.Name}/{file.Name}", target.FullName, target.Length, target.LastWriteTimeUtc);
}

/// <summary>
/// Names, lengths and times of all prompt files: enough to see a change, cheap enough to look three times a second, and the same on
/// every file system, network and container mounts included, where change notifications get lost.
/// </summary>
internal sealed class PromptFolderState : IEquatable<PromptFolderState>
{
    private readonly PromptFile[]? _files;

    private PromptFolderState(PromptFile[]? files) => _files = files;

    public static PromptFolderState Of(string folder)
    {
        try
        {
            return new([.. PromptFile.In(folder)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(files: null);
        }
    }

    public bool Equals(PromptFolderState? other) => other is not null
        && (_files is null ? other._files is null : other._files is not null && _files.AsSpan().SequenceEqual(other._files));

    public override bool Equals(object? obj) => Equals(obj as PromptFolderState);

    public override int GetHashCode() => _files?.Length ?? -1;
}
