using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class LanguageLintTests
{
    [Fact]
    public void ASlotThatOneLanguageLeavesOut_IsRemarkedUponInTheOther()
    {
        var finding = Assert.Single(Sets.InTwo(
            [Sets.Text("it", "Doručení {day, date, when}, {n, number, nom m}.")],
            [Sets.Text("it", "Delivery {day, date, when}.")]));

        Assert.Equal(("languages-differ", "en/test.yaml", PromptSeverity.Warning), (finding.Rule, finding.File, finding.Severity));
        Assert.Contains("{n}", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{day}", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABranchThatOneLanguageLeavesOut_IsRemarkedUpon() => Assert.Equal(
        ["languages-differ"],
        Sets.InTwo(
            [Sets.Text("it", "{c, select, sms {zprávou} email {mailem} other {jinak}}")],
            [Sets.Text("it", "{c, select, sms {by message} other {otherwise}}")]).Select(finding => finding.Rule));

    [Fact]
    public void APluralBesideItsNumber_AndAVariantOfOneLanguage_AreLeftAlone() => Assert.Empty(Sets.InTwo(
        [Sets.Text("it", "{n, number, acc f} {n, plural, one {minutu} few {minuty} other {minut}}"), Sets.Text("it", "{n, number, nom m}.", Variants.Short)],
        [Sets.Text("it", "{n, number, acc f} min"), Sets.Text("x", "Hello.")]));

    [Fact]
    public void Ladders_AreWordedFreely() => Assert.Empty(Sets.InTwo(
        [Sets.Text("it", "Ahoj."), Sets.Text("it", "Nic neslyším. {short}", Variants.Silence)],
        [Sets.Text("it", "Hello."), Sets.Text("it", "Nothing is heard.", Variants.Silence)]));
}
