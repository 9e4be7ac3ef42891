namespace IvrAutomat.Proof;

/// <summary>What a proof came to.</summary>
/// <param name="Figures">What was done and measured, line by line.</param>
/// <param name="Broken">What must not have happened; empty when all held.</param>
internal sealed record Verdict(IReadOnlyList<string> Figures, IReadOnlyList<string> Broken)
{
    private const int MostTold = 20;

    /// <summary>Prints it.</summary>
    /// <returns>The exit code: 0 when all held, otherwise 1.</returns>
    public int Tell(TextWriter to)
    {
        foreach (var line in Figures)
        {
            to.WriteLine(line);
        }

        foreach (var line in Broken.Take(MostTold))
        {
            to.WriteLine($"BROKEN: {line}");
        }

        to.WriteLine(Broken.Count == 0 ? "All held." : $"{Broken.Count} did not hold.");
        return Broken.Count == 0 ? 0 : 1;
    }
}
