namespace IvrAutomat.Web.Speech.Sound;

/// <summary>One channel of sound as numbers. Not a file, and not yet fit for a telephone.</summary>
/// <param name="Values">From -1 to 1; what lies beyond is cut off when it is written.</param>
/// <param name="Rate">Samples a second.</param>
internal sealed record Samples(float[] Values, int Rate)
{
    /// <summary>How long it lasts.</summary>
    public double Seconds => (double)Values.Length / Rate;
}

/// <summary>What became of a file that should hold sound.</summary>
/// <param name="Sound">The sound; null when it cannot be used.</param>
/// <param name="Problem">Why it cannot, a sentence.</param>
/// <param name="Remedy">What to do about it, a sentence.</param>
internal sealed record WaveReading(Samples? Sound, string? Problem = null, string? Remedy = null)
{
    /// <summary>It cannot be used.</summary>
    public static WaveReading Refused(string problem, string remedy) => new(null, problem, remedy);
}
