namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// What became of the last act, told on the page where it was asked for. In the address stands only a word that the pages know: nobody can
/// make a page say something else by a link.
/// </summary>
internal static class Said
{
    private const string Field = "back";

    /// <summary>In a form: where to go back to.</summary>
    public static (string Name, string? Value) From(string path) => (Field, path);

    /// <summary>Where a form came from; the other page when it does not say so, or names no page of ours.</summary>
    public static string PageOf(IFormCollection form, string otherwise)
        => form[Field].ToString() is var back && ConsoleAddress.IsPage(back) ? back : otherwise;

    /// <summary>Back to a page, which tells it.</summary>
    /// <param name="path">The page.</param>
    /// <param name="word">What became of it: a key below <c>said</c> of the texts.</param>
    /// <param name="act">What was asked for: a key below <c>act</c> of the texts; null where the word says it.</param>
    public static IResult On(string path, string word, string? act = null) => ConsolePage.BackTo(
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}said={word}{(act is null ? string.Empty : $"&act={act}")}");

    /// <summary>What there is to tell; it stands outside the parts that are fetched anew.</summary>
    public static Markup Of(ConsolePage page)
    {
        var query = page.Http.Request.Query;
        if (page.T.Find("said", query["said"]) is not { } words)
        {
            return Markup.None;
        }

        var act = page.T.Find("act", query["act"]);
        return Markup.Of($"""<p class="card" role="status">{(act is null ? words : $"{act}: {words}")}</p>""");
    }
}
