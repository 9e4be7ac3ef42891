namespace IvrAutomat.Language;
internal static class CommandMatcher
{
    public static SpokenCommand? Match(string speech, IReadOnlySet<SpokenCommand> expected) => null;
}
