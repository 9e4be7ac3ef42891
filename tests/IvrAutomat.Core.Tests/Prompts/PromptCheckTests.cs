using System.Collections.Immutable;
using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class PromptCheckTests
{
    [Fact]
    public void PromptsThatKeepTheirContracts_HaveNoFindings() => Assert.Empty(Check(
        [
            Sets.Text("step", "{day, date, when}"),
            Sets.Text("step", "{day, date, for}", Variants.Short),
            Sets.Text("done", "{undo, number, acc f} {undo, plural, one {minuta} few {minuty} other {minut}}"),
            Sets.Text("done", "Hotovo.", "text-no-undo"),
            Sets.Text("silence", "{short} {full}"),
            Sets.Text("too-short", "{typed, number, acc f}"),
        ],
        new PromptContract("step", ("day", SlotKind.Date)) { Variants = [Variants.Text, Variants.Silence, Variants.TooShort] },
        new PromptContract("done", ("undo", SlotKind.Number)),
        new PromptContract("done") { Variants = ["text-no-undo"] }));

    [Theory]
    [InlineData("{day, date, when}", SlotKind.Number)]
    [InlineData("{day, number, acc f}", SlotKind.Date)]
    [InlineData("{day}", SlotKind.Date)]
    [InlineData("{day, plural, one {a} few {b} other {c}}", SlotKind.Choice)]
    [InlineData("{day, select, other {c}}", SlotKind.Number)]
    [InlineData("{day, digits}", SlotKind.Code)]
    [InlineData("{other, date, when}", SlotKind.Date)]
    [InlineData("{day, select, other {{other}}}", SlotKind.Choice)]
    public void ASlotOfAnotherKindOrName_IsAnErrorWithItsPlace(string template, SlotKind passed)
    {
        var finding = Assert.Single(Check([Sets.Text("step", template, line: 12)], new PromptContract("step", ("day", passed))));

        Assert.Equal(("slot-mismatch", 12, "step", PromptSeverity.Error), (finding.Rule, finding.Line, finding.Key, finding.Severity));
        Assert.Contains("day (", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void AVariantThatTheFileAdds_IsHeldToTheContractOfTheText() => Assert.Equal("slot-mismatch", Assert.Single(Check(
        [Sets.Text("step", "Text."), Sets.Text("step", "{x}", Variants.Slow)], new PromptContract("step"))).Rule);

    [Fact]
    public void AMisspeltVariant_IsRemarkedUpon()
    {
        var finding = Assert.Single(Check([Sets.Text("step", "Text."), Sets.Text("step", "Krátce.", "shrot", line: 3)], new PromptContract("step")));

        Assert.Equal(("variant-unused", 3, PromptSeverity.Warning), (finding.Rule, finding.Line, finding.Severity));
    }

    [Fact]
    public void ASharedLadderThatNeedsOptions_IsAnErrorForAStepThatPassesNone() => Assert.Equal("slot-mismatch", Assert.Single(Check(
        [Sets.Text("step", "Text."), Sets.Text("other-key", "{options-one-by-one}")],
        new PromptContract("step") { Variants = [Variants.Text, Variants.OtherKey] })).Rule);

    [Fact]
    public void AMissingPrompt_IsAnErrorOnlyWhereTheLanguageMustBeComplete()
    {
        var catalogue = Sets.Catalogue(Sets.Text("a", "Jeden."));
        PromptContract[] contracts = [new("a"), new("b")];

        Assert.Equal(PromptSeverity.Error, Assert.Single(PromptCheck.Check(catalogue, contracts, "cs")).Severity);
        Assert.Equal(PromptSeverity.Warning, Assert.Single(PromptCheck.Check(catalogue, contracts)).Severity);
        Assert.Equal("language-missing", PromptCheck.Check(catalogue, [contracts[0]], "en")[0].Rule);
        Assert.False(PromptCheck.IsComplete(catalogue, "cs", contracts));
        Assert.True(PromptCheck.IsComplete(catalogue, "cs", [contracts[0]]));
    }

    [Fact]
    public void APromptThatNothingSays_IsAWarning()
    {
        var finding = Assert.Single(Check([Sets.Text("a", "Jeden."), Sets.Text("b", "Dva.", line: 5)], new PromptContract("a")));

        Assert.Equal(("key-unused", 5, PromptSeverity.Warning), (finding.Rule, finding.Line, finding.Severity));
    }

    [Fact]
    public void AFamilyWithLaddersOnly_IsUsedByItsMembers() => Assert.Empty(Check(
        [Sets.Text("family", "Ticho.", Variants.Silence), Sets.Text("family.one", "Text.")], new PromptContract("family.one")));

    private static ImmutableArray<PromptFinding> Check(PromptText[] texts, params PromptContract[] contracts) =>
        PromptCheck.Check(Sets.Catalogue(texts), contracts, "cs");
}
