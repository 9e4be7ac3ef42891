namespace IvrAutomat.Proof.Canary;

/// <summary>How many marked customers call, and what they meet.</summary>
/// <param name="Calls">Calls in all; each is about an order of its own.</param>
/// <param name="Seed">Where chance begins: who wants what.</param>
/// <param name="OnPostgres">On a PostgreSQL server of this run; otherwise on a SQLite file.</param>
internal sealed record CanaryPlan(int Calls, int Seed, bool OnPostgres)
{
    /// <summary>The engine's name while the carrier speaks, and no audio is made.</summary>
    public const string NoVoice = "Carrier";

    /// <summary>The short form.</summary>
    public static CanaryPlan Short { get; } = new(Calls: 40, Seed: 1, OnPostgres: false);

    /// <summary>The long form.</summary>
    public static CanaryPlan Long { get; } = Short with { Calls = 300 };

    /// <summary>Who speaks: espeak-ng where it is installed, so that audio has names that can be searched.</summary>
    public string Engine { get; init; } = IsInstalled("espeak-ng") ? "EspeakNg" : NoVoice;

    private static bool IsInstalled(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
