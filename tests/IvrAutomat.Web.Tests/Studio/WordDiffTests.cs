using IvrAutomat.Web.Studio;

namespace IvrAutomat.Web.Tests.Studio;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Dobrý den, tady obchod.", "Nazdar, tady obchod.", "<del>Dobrý den,</del> tady obchod.", "<ins>Nazdar,</ins> tady obchod.")]
    [InlineData("a b c", "a c", "a <del>b</del> c", "a c")]
    [InlineData("a", "a", "a", "a")]
    [InlineData("<b>", "&", "<del>&lt;b&gt;</del>", "<ins>&amp;</ins>")]
    public void WordsThatGoAndCome_AreMarked(string before, string after, string old, string now)
    {
        Assert.Equal(old, WordDiff.Before(before, after).Text);
        Assert.Equal(now, WordDiff.After(before, after).Text);
    }
}
