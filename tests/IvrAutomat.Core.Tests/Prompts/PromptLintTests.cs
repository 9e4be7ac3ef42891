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
    [InlineData("Stiskněte jedničku pro zrušení.", "key-first")]
    [InlineData("Zmáčkněte prosím dvojku, chcete-li platit.", "key-first")]
    [InlineData("Jednička: zrušit objednávku.", "key-first")]
    [InlineData("Co dál? Dvojka pro platbu.", "key-first")]
    [InlineData("Nechcete objednávku zrušit?", "negative-question")]
    [InlineData("Dobře. A nemáte číslo? Ano jednička, ne dvojka.", "negative-question")]
    [InlineData("Platba & doprava.", "sign")]
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
    [InlineData("Máte ho? Stiskněte jedničku, počkám.")]
    [InlineData("Stiskněte nulu a potom křížek.")]
    [InlineData("Chcete-li platit, stiskněte jedničku.")]
    [InlineData("Jednička je nejlepší, pětka nejhorší.")]
    [InlineData("Nemáte ho po ruce? Stiskněte křížek.")]
    [InlineData("Některý den? Neděle? Necháte ji? Nejdřív zítra? Nebo pozítří?")]
    [InlineData("Objednávka zatím není zaplacená. Souhlasí?")]
    public void OrdinarySentences_AreLeftAlone(string text) => Assert.Empty(Sets.Parse(Sets.Text("it", text)).Findings);

    // The same habits in the other languages: each rule finds its own words, and an ordinary sentence is left alone.
    [Theory]
    [InlineData("en", "Press one to cancel.", "key-first")]
    [InlineData("en", "One for payment.", "key-first")]
    [InlineData("en", "To cancel, press one. Three to five minutes.", null)]
    [InlineData("en", "Don't you want to cancel?", "negative-question")]
    [InlineData("en", "Would you not like a receipt? Yes one, no two.", "negative-question")]
    [InlineData("en", "Don't you have it? Press hash.", null)]
    [InlineData("en", "Sorry about that.", "apology")]
    [InlineData("en", "That is an invalid choice.", "blame")]
    [InlineData("sk", "Stlačte jednotku pre zrušenie.", "key-first")]
    [InlineData("sk", "Stlačte jednotku na zrušenie.", "key-first")]
    [InlineData("sk", "Ak chcete platiť, stlačte dvojku. Stlačte jednotku na klávesnici.", null)]
    [InlineData("sk", "Nechcete objednávku zrušiť?", "negative-question")]
    [InlineData("sk", "Nie je to tak?", "negative-question")]
    [InlineData("sk", "Niektorý deň? Necháte ju?", null)]
    [InlineData("sk", "Číslo, ktoré ste zadali, nepoznáme.", "caller-gender")]
    [InlineData("sk", "Ste na rade ako prvý.", null)]
    [InlineData("sk", "Ospravedlňujeme sa.", "apology")]
    [InlineData("sk", "Neplatná voľba.", "blame")]
    public void EveryLanguage_HasTheHabitsOfItsOwn(string language, string text, string? rule) =>
        Assert.Equal(rule is null ? [] : [rule], Sets.StyleIn(language, text));

    [Theory]
    [InlineData("<break time='1s'/> Dobrý den.")]
    [InlineData("Dobrý <script>den</script>.")]
    [InlineData("Dobrý den&nbsp;všem.")]
    [InlineData("Dobrý den&amp;všem.")]
    [InlineData("<!ENTITY a 'b'> Dobrý den.")]
    [InlineData("</speak>")]
    public void Markup_CannotBeSaid(string text)
    {
        var set = Sets.Parse(Sets.Text("it", text));

        Assert.Null(set.Catalogue);
        Assert.Equal(["markup"], set.Findings.Where(finding => finding.Severity == PromptSeverity.Error).Select(finding => finding.Rule));
        Assert.Equal("markup", Assert.Single(Sets.Parse(Sets.Text("email.it", text)).Findings).Rule);
    }

    [Fact]
    public void SignsOfALetter_AreNoMarkup() => Assert.Empty(Sets.Parse(Sets.Text("email.it", "Cena < 100 Kč & doprava; a <- b.")).Findings);

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
