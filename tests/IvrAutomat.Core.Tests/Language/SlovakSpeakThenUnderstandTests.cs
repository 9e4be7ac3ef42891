using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Whatever the automat can say in Slovak, and however people dictate it, it understands.</summary>
public class SlovakSpeakThenUnderstandTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void EveryNumberBelowAMillion_IsUnderstoodAsFirstCandidate()
    {
        for (var n = 0; n < 1_000_000; n += n < 10_000 ? 1 : 37)
        {
            var spoken = Slovak.Instance.Number(n, GrammaticalCase.Nominative, Gender.Masculine);
            Assert.Equal(n.ToString(CultureInfo.InvariantCulture), Slovak.Instance.DigitCandidates(spoken)[0]);
        }
    }

    [Fact]
    public void DigitsReadAloud_AreUnderstoodExactly() =>
        Check.One(Thorough, Prop.ForAll(Numbers(), digits =>
            Slovak.Instance.DigitCandidates(Slovak.Instance.Digits(digits)) is [var only] && only == digits
            && Slovak.Instance.DigitCandidates(Slovak.Instance.Code(digits)) is [var slowly] && slowly == digits));

    [Fact]
    public void ANumberDictatedInAnyStyle_IsAmongTheCandidates() =>
        Check.One(Thorough, Prop.ForAll(Numbers(), Arb.From(Gen.ArrayOf(Gen.Choose(0, 999), 12)), (digits, style) =>
        {
            var spoken = Dictated(digits, style);
            return Slovak.Instance.DigitCandidates(spoken).Contains(digits).Label(spoken + " should give " + digits);
        }));

    [Theory]
    [InlineData("dva nula dva šesť nula nula jeden nula nula jeden", "2026001001")]
    [InlineData("dvadsať dvadsaťšesť, dvakrát nula jedna, dve nuly jedna", "2026001001")]
    [InlineData("dvetisíc dvadsaťšesť nula nula jeden nula nula jeden", "2026001001")]
    [InlineData("je to 2026 001 001", "2026001001")]
    [InlineData("moje číslo objednávky je dva nula dva šesť, nula nula jedna, nula nula jedna prosím", "2026001001")]
    [InlineData("tri sedmičky, jeden dva tri, štyri päť šesť", "777123456")]
    [InlineData("sedemsto sedemdesiatsedem sto dvadsaťtri štyristo päťdesiatšesť", "777123456")]
    [InlineData("dvesto päťdesiat", "250")]
    [InlineData("dvestopäťdesiat", "250")]
    [InlineData("dvadsaťpäť", "25")]
    [InlineData("štyri osem dva jedna", "4821")]
    [InlineData("štyridsaťosem dvadsaťjeden", "4821")]
    [InlineData("dva nula dva päť, nie, dva nula dva šesť", "2026")]
    public void WhatPeopleDictate_IsTheFirstCandidate(string speech, string digits) => Assert.Equal(digits, Slovak.Instance.DigitCandidates(speech)[0]);

    [Fact]
    public void TensAndUnitsInOneWord_MayBeTwoNumbers() => Assert.Equal(["25", "205"], Slovak.Instance.DigitCandidates("dvadsaťpäť"));

    [Theory]
    [InlineData("jednotka", 1)]
    [InlineData("dvojku prosím", 2)]
    [InlineData("číslo tri", 3)]
    [InlineData("stlačím štvorku", 4)]
    [InlineData("tú druhú", 2)]
    [InlineData("jedna alebo dva", null)]
    [InlineData("dvanásť", null)]
    public void AKey_IsNamed(string speech, int? key) => Assert.Equal(key, Slovak.Instance.Key(speech));

    [Theory]
    [InlineData("tú druhú", 3, 2)]
    [InlineData("posledný", 3, 3)]
    [InlineData("prvý prosím", 3, 1)]
    [InlineData("ten prostredný", 3, 2)]
    [InlineData("štvrtý", 3, null)]
    [InlineData("prvý alebo posledný", 3, null)]
    public void APlaceInAList_IsNamed(string speech, int count, int? place) => Assert.Equal(place, Slovak.Instance.PlaceInList(speech, count));

    [Theory]
    [InlineData("zajtra", 1)]
    [InlineData("v stredu", 2)]
    [InlineData("vo štvrtok prosím", 3)]
    [InlineData("pozajtra", 2)]
    [InlineData("o tri dni", 3)]
    [InlineData("o týždeň", 7)]
    [InlineData("dvadsiateho piateho", 2)]
    [InlineData("dvadsiateho piateho novembra", 2)]
    [InlineData("prvého dvanásty", 8)]
    [InlineData("27. 11.", 4)]
    public void ADay_IsNamed(string speech, int days) => Assert.Equal(new DateOnly(2026, 11, 23).AddDays(days), Slovak.Instance.Days(speech, new DateOnly(2026, 11, 23))[0]);

    [Fact]
    public void ADayThatIsExcluded_IsNone() => Assert.Empty(Slovak.Instance.Days("v stredu nie", new DateOnly(2026, 11, 23)));

    [Theory]
    [InlineData("doobeda", "06:00", "12:00")]
    [InlineData("poobede", "12:00", "18:00")]
    [InlineData("o desiatej", "10:00", "10:00")]
    [InlineData("o ôsmej večer", "20:00", "20:00")]
    [InlineData("o pol deviatej", "08:30", "08:30")]
    [InlineData("o trištvrte na deväť", "08:45", "08:45")]
    [InlineData("o štvrť na desať", "09:15", "09:15")]
    [InlineData("medzi ôsmou a dvanástou", "08:00", "12:00")]
    [InlineData("od 8 do 12", "08:00", "12:00")]
    [InlineData("o štrnástej tridsať", "14:30", "14:30")]
    [InlineData("o štrnástej dvadsaťpäť", "14:25", "14:25")]
    [InlineData("o dvadsiatej prvej", "21:00", "21:00")]
    [InlineData("po obede", "12:30", "16:00")]
    public void ATimeOfDay_IsNamed(string speech, string from, string until)
        => Assert.Equal(new TimeWindow(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(until, CultureInfo.InvariantCulture)), Slovak.Instance.Times(speech)[0]);

    [Fact]
    public void EveryDaySpoken_IsUnderstood()
    {
        var today = new DateOnly(2026, 11, 23);
        for (var day = today; day < today.AddDays(150); day = day.AddDays(1))
        {
            foreach (var form in new[] { DateForm.When, DateForm.Until, DateForm.For })
            {
                var spoken = Slovak.Instance.Date(day, today, form);
                Assert.Contains(day, Slovak.Instance.Days(spoken, today));
            }
        }
    }

    [Fact]
    public void EveryHourSpoken_IsUnderstood()
    {
        for (var time = new TimeOnly(7, 0); time < new TimeOnly(23, 30); time = time.AddMinutes(30))
        {
            Assert.Contains(new TimeWindow(time, time), Slovak.Instance.Times(Slovak.Instance.Time(time, TimeForm.At)));
        }
    }

    [Fact]
    public void AnySpeech_GivesNoException() =>
        Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var speech = (text ?? "") + " dvadsať nie o pol medzi od 25 budúci do";
            _ = Slovak.Instance.Days(speech, new DateOnly(2026, 11, 23));
            _ = Slovak.Instance.Times(speech);
            _ = Slovak.Instance.Key(speech);
            _ = Slovak.Instance.Command(speech, Enum.GetValues<SpokenCommand>().ToHashSet());
            return Slovak.Instance.DigitCandidates(speech).Count <= 64;
        }));

    [Fact]
    public void EverythingSpoken_HasNoDigits() =>
        Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<long>(), ArbMap.Default.ArbFor<int>(), (n, day) =>
        {
            var today = new DateOnly(2026, 11, 22);
            var spoken = Slovak.Instance.Number(n, GrammaticalCase.Nominative, Gender.Neuter) + Slovak.Instance.Money(n / 100m, GrammaticalCase.Nominative)
                + Slovak.Instance.Date(today.AddDays(day % 100_000), today, DateForm.Of) + Slovak.Instance.Ordinal(day);
            return !spoken.Any(char.IsDigit);
        }));

    private static Arbitrary<string> Numbers() => Arb.From(
        from length in Gen.Choose(4, 12)
        from digits in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, 9))), length)
        select string.Concat(digits));

    private static string Dictated(string digits, int[] choices)
    {
        var spoken = new List<string>();
        var at = 0;
        for (var i = 0; at < digits.Length; i++)
        {
            var choice = choices[i % choices.Length];
            var length = Math.Min(1 + choice % 3, digits.Length - at);
            var group = digits.Substring(at, length);
            at += length;
            spoken.Add((group.Length > 1 && group.Distinct().Count() == 1, choice % 2) switch
            {
                (true, 0) => (group.Length == 2 ? "dvakrát " : "trikrát ") + Slovak.Instance.Digits(group[..1]),
                (_, 1) when group[0] != '0' => Slovak.Instance.Number(int.Parse(group, CultureInfo.InvariantCulture), default, default),
                _ => Slovak.Instance.Digits(group).Replace("jeden", choice % 5 == 0 ? "jedna" : "jeden", StringComparison.Ordinal),
            });
        }

        return string.Join(choices[0] % 2 == 0 ? ", " : " ", spoken);
    }
}
