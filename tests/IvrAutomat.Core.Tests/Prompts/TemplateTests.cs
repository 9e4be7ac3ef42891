using IvrAutomat.Prompts;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class TemplateTests
{
    private static readonly NumberSlot Two = new(2);

    [Theory]
    [InlineData("Dobrý den.", "Dobrý den.")]
    [InlineData("It's {shop}.", "It's Obchod.")]
    [InlineData("It''s.", "It's.")]
    [InlineData("'{shop}' {shop}", "{shop} Obchod")]
    [InlineData("'{it''s}'", "{it's}")]
    [InlineData("{ shop }", "Obchod")]
    public void WordsAndQuotations_AreSaidAsInIcu(string template, string said) =>
        Assert.Equal(said, Sets.Say(template, ("shop", new TextSlot("Obchod"))));

    [Theory]
    [InlineData("{x, number, acc f}", "dvě")]
    [InlineData("{x,number,gen m}", "dvou")]
    [InlineData("{x, number}", "dva")]
    public void Number_IsSaidInCaseAndGender(string template, string said) => Assert.Equal(said, Sets.Say(template, ("x", Two)));

    [Theory]
    [InlineData("when", "zítra")]
    [InlineData("until", "do zítřka")]
    [InlineData("since", "od zítřka")]
    [InlineData("of", "ze zítřka")]
    [InlineData("for", "zítřek")]
    public void Date_IsSaidInItsForm(string form, string said) =>
        Assert.Equal(said, Sets.Say($"{{x, date, {form}}}", ("x", new DateSlot(Sets.Today.AddDays(1)))));

    public static TheoryData<string, SlotValue, string> Kinds => new()
    {
        { "{x, money, acc}", new MoneySlot(1290), "tisíc dvě stě devadesát korun" },
        { "{x, time, at}", new TimeSlot(new(14, 30)), "ve čtrnáct hodin třicet minut" },
        { "{x, time, from}", new TimeSlot(new(8, 0)), "od osmi hodin" },
        { "{x, time, between}", new WindowSlot(new(8, 0), new(16, 0)), "mezi osmou a šestnáctou hodinou" },
        { "{x, range, gen m}", new RangeSlot(3, 5), "tří až pěti" },
        { "{x, duration}", new DurationSlot(TimeSpan.FromMinutes(2)), "dvě minuty" },
        { "{x, ordinal}", new OrdinalSlot(3), "třetí" },
        { "{x, digits}", new DigitsSlot("2026001001"), "dva nula dva, šest nula nula, jedna nula nula jedna" },
        { "{x, code}", new CodeSlot("412836"), "čtyři, jedna, dva – osm, tři, šest" },
        { "{x, name}", new NameSlot("Boty"), "Boty" },
        { "{x, place}", new PlaceSlot("Zlín"), "Zlín" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_HasItsWay(string template, SlotValue value, string said) => Assert.Equal(said, Sets.Say(template, ("x", value)));

    [Theory]
    [InlineData(0, "žádné")]
    [InlineData(1, "objednávku")]
    [InlineData(2, "objednávky")]
    [InlineData(5, "objednávek")]
    [InlineData(21, "objednávek")]
    public void Plural_ChoosesTheExactValueThenTheForm(long count, string said) => Assert.Equal(
        said,
        Sets.Say("{n, plural, =0 {žádné} one {objednávku} few {objednávky} other {objednávek}}", ("n", new NumberSlot(count))));

    [Fact]
    public void PluralOfARange_GoesByItsUpperEnd() => Assert.Equal(
        "minuty", Sets.Say("{n, plural, one {minutu} few {minuty} other {minut}}", ("n", new RangeSlot(1, 3))));

    [Theory]
    [InlineData("sms", "esemeskou od Obchod")]
    [InlineData("email", "e-mailem")]
    [InlineData("pigeon", "zprávou")]
    public void Select_ChoosesTheBranchAndNests(string channel, string said) => Assert.Equal(
        said,
        Sets.Say(
            "{channel, select, sms {esemeskou od {sender}} email {e-mailem} other {zprávou}}",
            ("channel", new ChoiceSlot(channel)),
            ("sender", new TextSlot("Obchod"))));

    [Theory]
    [InlineData("{", "syntax")]
    [InlineData("{x", "syntax")]
    [InlineData("x}", "syntax")]
    [InlineData("{}", "syntax")]
    [InlineData("{x, date, when", "syntax")]
    [InlineData("{x y}", "syntax")]
    [InlineData("'{x", "syntax")]
    [InlineData("{x, select}", "syntax")]
    [InlineData("{x, select, other}", "syntax")]
    [InlineData("{x, select, other {a} other {b}}", "syntax")]
    [InlineData("{x, plural, two {a} other {b}}", "syntax")]
    [InlineData("{x, select, sms {a}}", "other-missing")]
    [InlineData("{x, plural, one {a} few {b}}", "other-missing")]
    [InlineData("{x, colour}", "slot-type")]
    [InlineData("{x, date, soon}", "slot-type")]
    [InlineData("{x, number, acc}", "slot-type")]
    [InlineData("{x, money, acc f}", "slot-type")]
    [InlineData("{x, digits, slow}", "slot-type")]
    [InlineData("{x, date}", "slot-form")]
    [InlineData("{x, time}", "slot-form")]
    [InlineData("{x, plural, one {a} other {b}}", "plural-missing")]
    public void ABrokenTemplate_IsRefusedWithPlaceAndRemedy(string template, string rule)
    {
        var set = Sets.Parse(Sets.Text("it", template, line: 7));

        var finding = Assert.Single(set.Findings, finding => finding.Severity == PromptSeverity.Error);
        Assert.Null(set.Catalogue);
        Assert.Equal((rule, "cs/test.yaml", 7, "it"), (finding.Rule, finding.File, finding.Line, finding.Key));
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void AValueWithItsOwnFullStop_TakesTheSentencesFullStopIn() =>
        Assert.Equal("Obchod s. r. o. Dobrý den.", Sets.Say("{shop}. Dobrý den.", ("shop", new TextSlot("Obchod s. r. o."))));

    [Fact]
    public void WhatNoVoiceCanSay_IsASpace() => Assert.Equal("Dvě řádky.", Sets.Say("{x, name}.", ("x", new NameSlot("Dvě\nřádky"))));

    [Fact]
    public void ANameForTheEye_IsCutForTheEar() => Assert.Equal(
        "Pánské běžecké boty do terénu s pevnou podrážkou z gumy",
        Sets.Say("{x, name}", ("x", new NameSlot("Pánské běžecké boty do terénu s pevnou podrážkou z gumy, velikost čtyřicet"))));

    [Fact]
    public void NestingWithoutEnd_IsRefusedBeforeTheStackEnds()
    {
        var template = string.Concat(Enumerable.Repeat("{x, select, other {", 100_000));

        Assert.Null(Sets.Parse(Sets.Text("it", template)).Catalogue);
    }
}
