using System.Text;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class SpokenPiecesTests
{
    private const string Sentence = "Zásilku č. 5 převezme řidič dne 5. května odpoledne, žádný příplatek se neúčtuje. ";

    public static TheoryData<string> Voices() => ["man", "Polly.Jitka-Neural", "Google.cs-CZ-Wavenet-A"];

    [Theory]
    [MemberData(nameof(Voices))]
    public void LongText_IsCutAtSentenceEndsWithinEveryLimit(string voice)
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 120));
        var pieces = Cut(text, voice);

        Assert.True(pieces.Count > 1);
        Assert.All(pieces, piece => Assert.EndsWith("neúčtuje.", piece));
        Assert.All(pieces, piece => AssertFits(piece, voice));
        Assert.Equal(text.Trim(), string.Join(' ', pieces));
    }

    [Theory]
    [MemberData(nameof(Voices))]
    public void TextWithoutSentences_IsCutAtBlanks(string voice)
    {
        var text = string.Join(' ', Enumerable.Repeat("příšerně", 2000));
        var pieces = Cut(text, voice);

        Assert.All(pieces, piece => AssertFits(piece, voice));
        Assert.Equal(text, string.Join(' ', pieces));
    }

    [Theory]
    [InlineData("ř")]
    [InlineData("a")]
    [InlineData("😀")]
    public void TextWithoutBlanks_IsCutBetweenCharacters(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, 6000));
        foreach (var voice in Voices())
        {
            var pieces = Cut(text, voice);
            Assert.All(pieces, piece => AssertFits(piece, voice));
            Assert.Equal(text, string.Concat(pieces));
        }
    }

    [Fact]
    public void ShortText_StaysWhole() => Assert.Equal(["Dobrý den. Jak vám pomohu?"], Cut(" Dobrý den. Jak vám pomohu? ", "man"));

    private static List<string> Cut(string text, string voice)
    {
        var pieces = new List<string>();
        foreach (var piece in new SpokenPieces(text, new SayVoice(voice, "cs-CZ").Limits))
        {
            pieces.Add(piece.ToString());
        }

        return pieces;
    }

    private static void AssertFits(string piece, string voice)
    {
        Assert.InRange(Uri.EscapeDataString(piece).Length, 1, 4500);
        Assert.True(voice != "man" || Encoding.UTF8.GetByteCount(piece) <= 4096);
        Assert.True(!voice.StartsWith("Polly", StringComparison.Ordinal) || piece.Length <= 3000);
        Assert.True(!voice.StartsWith("Google", StringComparison.Ordinal) || piece.Length <= 5000);
    }
}
