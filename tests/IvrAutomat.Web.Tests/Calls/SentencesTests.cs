using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Tests.Calls;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Chcete-li zrušit, stiskněte dvojku. Na nule je člověk.", "Chcete-li zrušit, stiskněte dvojku.|Na nule je člověk.")]
    [InlineData("Máte ho? Stiskněte jedničku, počkám.", "Máte ho?|Stiskněte jedničku, počkám.")]
    [InlineData("At nine a.m. or later. Yes, one.", "At nine a.m. or later.|Yes, one.")]
    [InlineData("Jedna věta", "Jedna věta")]
    [InlineData("  ", "")]
    public void AText_IsCutAtTheEndsOfItsSentences(string text, string sentences) => Assert.Equal(sentences, string.Join('|', Sentences.Of(text)));
}
