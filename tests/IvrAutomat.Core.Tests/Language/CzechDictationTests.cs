using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

public class CzechDictationTests
{
    [Theory]
    [InlineData("sedm set sedmdesát sedm sto dvacet tři čtyři sta padesát šest", "777123456")]
    [InlineData("devět čtyři nuly jedna jedna", "9000011")]
    [InlineData("devadesát nula nula nula jedenáct", "9000011")]
    [InlineData("devět milionů jedenáct", "9000011")]
    [InlineData("dvacet pět", "25")]
    [InlineData("pětadvacet", "25")]
    [InlineData("dvě stě padesát", "250")]
    [InlineData("dvěstě padesát", "250")]
    [InlineData("nula jedenáct", "011")]
    [InlineData("třikrát pět", "555")]
    [InlineData("sedum osum devět", "789")]
    [InlineData("777 sto dvacet tři 456", "777123456")]
    [InlineData("devět tisíc jedenáct", "9011")]
    // The order number of the demo shop, as people say it.
    [InlineData("dva nula dva šest nula nula jedna nula nula jedna", "2026001001")]
    [InlineData("dvacet dvacet šest nula nula jedna nula nula jedna", "2026001001")]
    [InlineData("dva tisíce dvacet šest, dvě nuly jedna, dvě nuly jedna", "2026001001")]
    [InlineData("dva tisíce dvacet šest dvě nuly jedna dvě nuly jedna", "2026001001")]
    [InlineData("dvacet dvacet šest nula nula deset nula jedna", "2026001001")]
    [InlineData("dvacet dvacet šest, nula nula, tisíc jedna", "2026001001")]
    [InlineData("dvacet šestadvacet dvě nuly jedna dvě nuly jedna", "2026001001")]
    [InlineData("dvě miliardy dvacet šest milionů tisíc jedna", "2026001001")]
    [InlineData("dve nuly jedna", "001")]
    [InlineData("číslo objednávky je dvacet dvacet šest, ehm, nula nula jedna, takže nula nula jedna", "2026001001")]
    [InlineData("2026 001 001", "2026001001")]
    [InlineData("2026001001.", "2026001001")]
    [InlineData("2026 nula nula jedna nula nula jedna", "2026001001")]
    [InlineData("2 tisíce 26 nula nula 1 001", "2026001001")]
    [InlineData("20 26 001 001", "2026001001")]
    [InlineData("vé ó pomlčka dva nula dva šest pomlčka nula nula nula jedna", "20260001")]
    [InlineData("Dvojka nula dvojka šestka, nula nula jednička, nula nula jednička", "2026001001")]
    [InlineData("DVA NULA DVA SEST NULA NULA JEDNA NULA NULA JEDNA", "2026001001")]
    [InlineData("dvanulavašest", null)]
    [InlineData("dvacetdvacetšest nulanulajedna nulanulajedna", "2026001001")]
    [InlineData("dvatisícedvacetšest nula nula jedna nula nula jedna", "2026001001")]
    [InlineData("mám jednu objednávku, číslo dvacet dvacet šest dvakrát nula jedna dvakrát nula jedna", "2026001001")]
    [InlineData("dva krát nula jedna", "001")]
    [InlineData("4× nula", "0000")]
    [InlineData("5 nul", "00000")]
    [InlineData("dvě pětky", "55")]
    [InlineData("tři jedničky dvě nuly", "11100")]
    [InlineData("dvakrát dvacet pět", "2525")]
    [InlineData("pět a dvacet", "25")]
    [InlineData("pěta dvacet", "25")]
    [InlineData("jedenadvacet", "21")]
    [InlineData("jednadvacet", "21")]
    [InlineData("vosum štyry štrnáct šesnáct", "841416")]
    [InlineData("vosumdesát osum", "88")]
    [InlineData("čtrnáct set", "1400")]
    [InlineData("tři sta třista třicet", "300330")]
    [InlineData("sto dvacet, nula nula", "12000")]
    [InlineData("šest nula jedna nula nula nula nula nula jedna", "601000001")]
    [InlineData("šest set jedna, tři nuly, nula nula jedna", "601000001")]
    [InlineData("plus čtyři sta dvacet sedm set sedmdesát sedm sto dvacet tři čtyři sta padesát šest", "420777123456")]
    [InlineData("+420 777 123 456", "420777123456")]
    [InlineData("dvacet ehm pět", "25")]
    [InlineData("jedna dva tři čtyři pět šest sedm osm devět nula", "1234567890")]
    [InlineData("osm šest čtyři dva, stačí?", "8642")]
    [InlineData("dvoje nuly jedna", "001")]
    [InlineData("dva nula dva šest a pak dvě nuly jedna a ještě jednou dvě nuly jedna", "2026001001")]
    [InlineData("mám tady dvě čísla, první je 2026001001", "2026001001")]
    [InlineData("2 miliardy 26 milionů 1001", "2026001001")]
    [InlineData("sedmset sedmdesátsedm stodvacettři čtyřistapadesátšest", "777123456")]
    [InlineData("devatenáct set šedesát čtyři", "1964")]
    [InlineData("osmačtyřicet jednadvacet", "4821")]
    [InlineData("čtyři tisíce osm set dvacet jedna", "4821")]
    [InlineData("pět pětek", "55555")]
    [InlineData("päť šesť sedem osem deväť", "56789")]
    public void Dictation_MostNaturalReadingComesFirst(string speech, string? digits) =>
        Assert.Equal(digits, Czech.Instance.DigitCandidates(speech) is [var first, ..] ? first : null);

    [Theory]
    [InlineData("dvacet pět", "205")]
    [InlineData("dvě stě padesát", "20050")]
    [InlineData("dvěstě padesát", "20050")]
    [InlineData("devět tisíc jedenáct", "900011")]
    [InlineData("dvacet, pět", "25")]
    [InlineData("2000 26", "2026")]
    [InlineData("dvacet dvacet šest nula nula jedna tisíc jedna", "2026001001")]
    [InlineData("dva tisíce dvacet šest nula nula tisíc jedna", "2026001001")]
    [InlineData("nula dvacet jedna tisíc jedna", "0201001")]
    public void Dictation_OtherReadingsFollow(string speech, string digits) =>
        Assert.Contains(digits, Czech.Instance.DigitCandidates(speech));

    [Theory]
    [InlineData("dva nula dva pět, ne, dva nula dva šest nula nula jedna nula nula jedna", "2026001001")]
    [InlineData("dva nula oprava dva nula dva šest", "2026")]
    [InlineData("jedna dva tři, znovu, čtyři pět šest", "456")]
    [InlineData("jedna dva vlastně ne čtyři pět", "45")]
    [InlineData("dva nula dva šest nula nula jedna nula nula jedna, ne?", "2026001001")]
    public void Correction_StartsTheNumberAgain(string speech, string digits) =>
        Assert.Equal(digits, Czech.Instance.DigitCandidates(speech)[0]);

    [Fact]
    public void Correction_MayReplaceOnlyTheLastGroup() =>
        Assert.Equal(["6001001", "2026001001"],
            Czech.Instance.DigitCandidates("dva nula dva pět, ne šest, nula nula jedna nula nula jedna"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ehm takže no")]
    [InlineData("chci zrušit objednávku")]
    [InlineData("７７７")]
    [InlineData("\u0000\u0001😀")]
    [InlineData("jedna dva tři, oprava")]
    public void SpeechWithoutDigits_GivesNone(string speech) => Assert.Empty(Czech.Instance.DigitCandidates(speech));

    [Fact]
    public void BrokenUnicode_DoesNotHideTheDigits() => Assert.Equal(["12"], Czech.Instance.DigitCandidates("\uD83D jedna \uDE00\uD83D dva"));

    [Fact]
    public void EndlessSpeech_IsNotRead()
    {
        Assert.Empty(Czech.Instance.DigitCandidates(string.Concat(Enumerable.Repeat("dvacet pět ", 1_000))));
        Assert.Empty(Czech.Instance.DigitCandidates(new string('7', 10_000)));
        Assert.Empty(Czech.Instance.DigitCandidates(new string('7', 40)));
    }

    [Fact]
    public void AmbiguousSpeech_GivesAtMost64DifferentCandidates()
    {
        var candidates = Czech.Instance.DigitCandidates(string.Concat(Enumerable.Repeat("dvacet pět ", 15)));
        Assert.Equal(64, candidates.Count);
        Assert.Equal(64, candidates.Distinct(StringComparer.Ordinal).Count());
    }
}
