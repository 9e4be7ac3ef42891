namespace IvrAutomat.Benchmarks;

/// <summary>Where the repository's files are, from wherever the program was started.</summary>
internal static class Repository
{
    /// <summary>The prompt files that are shipped.</summary>
    public static string Prompts { get; } = Find("prompts");

    /// <summary>The repository itself.</summary>
    public static string Root { get; } = Find(string.Empty);

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IvrAutomat.sln")))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} holds IvrAutomat.sln; build the benchmarks inside the repository.");
    }
}
