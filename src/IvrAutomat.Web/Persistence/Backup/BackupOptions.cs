namespace IvrAutomat.Web.Persistence.Backup;

/// <summary>Where backups of a SQLite database lie, for the commands <c>backup</c> and <c>doctor</c>. Section <c>Backup</c> of the settings.</summary>
internal sealed class BackupOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Backup";

    /// <summary>What the names of files made without a name begin with.</summary>
    public const string Prefix = "ivrautomat-";

    private const int LongestHours = 24 * 31;

    /// <summary>The folder in which <c>backup</c> without a file makes one, and in which <c>doctor</c> looks for the newest.</summary>
    /// <value>The default is none: <c>backup</c> needs a file, and <c>doctor</c> does not look.</value>
    public string? Folder { get; set; }

    /// <summary>How old the newest may be before <c>doctor</c> complains, in hours.</summary>
    /// <value>The default is 26: one a day, and two hours late; 1 to 744.</value>
    public int Hours { get; set; } = 26;

    /// <summary>Everything that is wrong, each with its remedy; empty when the settings can be used.</summary>
    public IReadOnlyList<string> Validate() => Hours is >= 1 and <= LongestHours
        ? []
        : [$"Backup:Hours is {Hours}. Use 1 to {LongestHours} hours."];
}
