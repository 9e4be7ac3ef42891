using IvrAutomat.Prompts.Lint;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class AnnouncementLintTests
{
    [Theory]
    [InlineData("cs", "Dnes do čtrnácti hodin nejdou platby kartou. Ostatní vyřídíme jako vždy.")]
    [InlineData("en", "Card payments do not work until two p.m. today.")]
    [InlineData("sk", "Dnes do štrnástej nejdú platby kartou.")]
    public void WhatCanBeSaid_HasNoFindings(string language, string text) => Assert.Empty(AnnouncementLint.Of(language, text));

    [Theory]
    [InlineData("cs", "  ", "empty")]
    [InlineData("cs", "Dnes do 14 hodin nejdou platby.", "digits")]
    [InlineData("cs", "Dnes nejdou <b>platby</b>.", "markup")]
    [InlineData("cs", "Dnes nejdou platby {shop}.", "markup")]
    [InlineData("cs", "Dnes nejdou platby.\nZítra ano.", "control-character")]
    [InlineData("cs", "Omlouváme se, dnes nejdou platby.", "apology")]
    [InlineData("en", "Unfortunately there are no card payments.", "apology")]
    [InlineData("sk", "Bohužiaľ dnes nejdú platby.", "apology")]
    public void WhatCannotBeSaid_IsFound(string language, string text, string rule)
        => Assert.Contains(rule, AnnouncementLint.Of(language, text).Select(finding => finding.Rule));

    [Fact]
    public void WhatTakesTooLong_IsFound()
        => Assert.Equal(["too-long"], AnnouncementLint.Of("cs", string.Concat(Enumerable.Repeat("Dnes nejdou platby kartou. ", 8))).Select(finding => finding.Rule));
}
