using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class PromptLintTests
{
    [Theory]
    [InlineData("Omlouváme se za zdržení.", "apology")]
    [InlineData("Bohužel to nejde.", "apology")]
    [InlineData("Je nám líto, nejde to.", "apology")]
    [InlineData("Promiňte.", "apology")]
    [InlineData("Neplatná volba.", "blame")]
    [InlineData("Chybné číslo.", "blame")]
    [InlineData("Číslo, které jste zadali, neznáme.", "caller-gender")]
    [InlineData("Co jste si objednala?", "caller-gender")]
    [InlineData("Zadal/a jste číslo.", "caller-gender")]
    [InlineData("Do 14 hodin.", "digits")]
    [InlineData("{n, plural, one {# kus} few {kusy} other {kusů}}", "hash-sign")]
    [InlineData("Jednička, dvojka, trojka, čtyřka, pětka, šestka.", "options")]
    public void AStyleThatWeDoNotSpeakIn_IsAWarning(string text, string rule)
    {
        var set = Sets.Parse(Sets.Text("it", text));

        Assert.NotNull(set.Catalogue);
        Assert.Equal((rule, PromptSeverity.Warning), set.Findings.Select(finding => (finding.Rule, finding.Severity)).Single());
    }

    [Theory]
    [InlineData("Objednávku jsme zrušili.")]
    [InlineData("Jste na řadě jako první.")]
    [InlineData("Zadané číslo má devět číslic.")]
    [InlineData("Přišlo to špatně zabalené.")]
    [InlineData("Známka od jedničky do pětky.")]
    [InlineData("Zásilka čeká na místě: Litoměřice.")]
    public void OrdinarySentences_AreLeftAlone(string text) => Assert.Empty(Sets.Parse(Sets.Text("it", text)).Findings);

    [Fact]
    public void Digits_AreInPlaceInAMessage() => Assert.Empty(Sets.Parse(Sets.Text("sms.it", "Plati 30 minut.")).Findings);

    [Fact]
    public void ATab_CannotBeSaid() => Assert.Equal("control-character", Assert.Single(Sets.Parse(Sets.Text("it", "a\tb")).Findings).Rule);

    [Theory]
    [InlineData("greeting.it", 120, true)]
    [InlineData("greeting.it", 135, false)]
    [InlineData("whisper.it", 80, true)]
    [InlineData("whisper.it", 90, false)]
    [InlineData("other.it", 280, true)]
    [InlineData("other.it", 290, false)]
    [InlineData("sms.it", 160, true)]
    [InlineData("sms.it", 161, false)]
    public void ATextTooLongForItsPlace_IsAWarning(string key, int length, bool fits) => Assert.Equal(
        fits ? [] : ["too-long"],
        Sets.Parse(Sets.Text(key, new string('a', length))).Findings.Select(finding => finding.Rule));

    [Fact]
    public void ABraceInAMessage_CountsTwice() =>
        Assert.Equal("too-long", Assert.Single(Sets.Parse(Sets.Text("sms.it", "'{'" + new string('a', 159))).Findings).Rule);

    [Fact]
    public void OptionsThatListThemselves_DoNotHangTheLint() =>
        Assert.NotNull(Sets.Parse(Sets.Text("it", "{options, list}"), Sets.Text("it", "{options, list}", Variants.Option)).Catalogue);

    [Fact]
    public void AllProblemsAreReportedAtOnce() => Assert.Equal(
        ["syntax", "plural-missing", "slot-type"],
        Sets.Parse(
            Sets.Text("a", "{", line: 1),
            Sets.Text("b", "{n, plural, other {x}}", line: 2),
            Sets.Text("c", "{n, colour}", line: 3)).Findings.Select(finding => finding.Rule));
}
