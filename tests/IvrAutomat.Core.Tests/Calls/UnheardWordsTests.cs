using IvrAutomat.Calls;
using IvrAutomat.Language;

namespace IvrAutomat.Tests.Calls;

public sealed class UnheardWordsTests
{
    private static readonly Czech Language = Czech.Instance;

    [Theory]
    [InlineData("chtěl bych vědět kde to vězí", "chtěl bych vědět kde to vězí")]
    [InlineData("  přijede to v 5  ", "přijede to v #")]
    public void WordsThatCouldBeTaught_AreKept_WithDigitsMasked(string said, string kept) => Assert.Equal(kept, UnheardWords.Masked(said, Language));

    [Theory]
    [InlineData("můj pin je 4821")]
    [InlineData("4 8 2 1")]
    [InlineData("čtyři osm dva jedna")]
    [InlineData("")]
    public void WhatMayHoldANumber_IsNotKeptAtAll(string said) => Assert.Null(UnheardWords.Masked(said, Language));

    [Fact]
    public void AStory_IsNotKept() => Assert.Null(UnheardWords.Masked(new string('a', UnheardWords.Longest + 1), Language));
}
