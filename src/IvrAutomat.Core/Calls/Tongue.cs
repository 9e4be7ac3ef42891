using IvrAutomat.Language;

namespace IvrAutomat.Calls;

/// <summary>What a caller's words are understood with.</summary>
/// <param name="Language">The language of the call.</param>
/// <param name="Words">What callers say for each command, from the language's words file.</param>
/// <param name="Today">Today in the shop's time zone; days are named from it.</param>
public sealed record Tongue(SpokenLanguage Language, SpokenWords Words, DateOnly Today)
{
    /// <inheritdoc cref="SpokenLanguage.Command" />
    internal SpokenCommand? Command(string speech, IReadOnlySet<SpokenCommand> expected) => Language.Command(speech, expected, Words);
}
