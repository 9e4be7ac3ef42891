using IvrAutomat.Web.AgentConsole;

namespace IvrAutomat.Web.Tests.AgentConsole;

public sealed class MarkupTests
{
    [Fact]
    public void AValue_NeverBecomesMarkup()
    {
        const string Bad = "\"><script>alert('x')</script>&";
        var piece = Markup.Of($"""<a href="{Bad}">{Bad}</a>""").Text;
        Assert.DoesNotContain("<script>", piece, StringComparison.Ordinal);
        Assert.DoesNotContain("\">", piece[9..^4].Replace("\">&quot;", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void APiece_StaysAPiece_AndCzechStaysReadable()
        => Assert.Equal("<p><b>Žluťoučký</b></p>", Markup.Of($"<p>{Markup.Of($"<b>{"Žluťoučký"}</b>")}</p>").Text);

    [Fact]
    public void Null_IsNothing() => Assert.Equal("<p></p>", Markup.Of($"<p>{(string?)null}</p>").Text);
}
