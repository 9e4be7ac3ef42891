namespace IvrAutomat.Web.Prompts;

/// <summary>Where the prompt files are: the section <c>Prompts</c> of the settings.</summary>
internal sealed class PromptOptions
{
    public const string Section = "Prompts";

    /// <summary>
    /// The folder with one folder per language. Default "prompts": beside the settings, else beside the program. A relative path is
    /// taken from the same two places.
    /// </summary>
    public string Folder { get; set; } = "prompts";

    /// <summary>
    /// Where published texts are kept for good. Default: <see cref="PromptStore.Files"/> with SQLite, <see cref="PromptStore.Database"/> with
    /// PostgreSQL.
    /// </summary>
    public PromptStore? Store { get; set; }

    /// <summary>The full path of the folder; it need not exist.</summary>
    public string Locate(string contentRoot)
    {
        var beside = Path.GetFullPath(Folder, contentRoot);
        return Directory.Exists(beside) ? beside
            : Path.GetFullPath(Folder, AppContext.BaseDirectory) is var shipped && Directory.Exists(shipped) ? shipped
            : beside;
    }
}

/// <summary>Where published texts are kept for good.</summary>
internal enum PromptStore
{
    /// <summary>In the prompt files of this machine: what is edited there by hand counts as much.</summary>
    Files,

    /// <summary>In the database: each instance writes what is published into its own files, at its start too.</summary>
    Database,
}
