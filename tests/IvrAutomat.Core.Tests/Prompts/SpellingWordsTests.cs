using IvrAutomat.Prompts.Lint;

namespace IvrAutomat.Core.Tests.Prompts;

public sealed class SpellingWordsTests
{
    [Theory]
    [InlineData("Dobrý den, tady {shop}.", "Dobrý den tady")]
    [InlineData("{n, plural, one {den} few {dny} other {dnů}}", "den dny dnů")]
    [InlineData("PIN, PINem, PIN-om a IČO.", "")]
    [InlineData("Pište na obchod@example.com, web https://shop.example/a, do 3B.", "Pište na web do")]
    [InlineData("e-mailem, don't, rock’n", "mailem don't rock'n")]
    [InlineData("Ano, ano, ano.", "Ano ano")]
    [InlineData("{", "")]
    public void WordsThatADictionaryCanJudge_AreFound(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SpellingWords.In(Sets.Text("it", text))));

    [Fact]
    public void TextMessagesHaveNoDiacritics_SoTheyHaveNoWords() => Assert.Empty(SpellingWords.In(Sets.Text("sms.it", "Zasilka ceka")));
}
