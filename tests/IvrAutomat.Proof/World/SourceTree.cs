namespace IvrAutomat.Proof.World;

/// <summary>The files that the proof was built from.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = Find();

    /// <summary>Copies the prompt files, so that whatever is published there stays there.</summary>
    public static void CopyPrompts(string to)
    {
        var from = Path.Combine(Root, "prompts");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IvrAutomat.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException(
                $"No folder above {AppContext.BaseDirectory} holds IvrAutomat.sln; build the proof inside the repository.");
        }

        return folder.FullName;
    }
}
