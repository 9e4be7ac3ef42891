namespace IvrAutomat.Proof;

/// <summary>How far and how finely a situation is walked.</summary>
/// <param name="Depth">The most inputs of one way; at least one.</param>
/// <param name="IsWhole">
/// True: the caller does anything anywhere, and ladders are climbed in every mix. False: each situation walks its own part of the call in
/// full and the others straight, one ladder at a time.
/// </param>
public sealed record PathBound(int Depth, bool IsWhole)
{
    /// <summary>Part by part: as far as each part takes to be met in all its states with room to go back once.</summary>
    public static PathBound ShortFor(CallPart part) => new(part == CallPart.Handover ? 11 : 15, IsWhole: false);
}
