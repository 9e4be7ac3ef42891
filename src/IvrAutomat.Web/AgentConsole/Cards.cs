namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// Tables whose rows become cards on a narrow screen: there each cell carries the head of its column. The roles say aloud what a table that
/// is laid out as something else would not say any more.
/// </summary>
internal static class Cards
{
    /// <summary>A table; each row is as long as the heads, and its first cell names it.</summary>
    /// <param name="heads">The heads of the columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="caption">What stands above it; null for nothing.</param>
    public static Markup Table(IReadOnlyList<string> heads, IEnumerable<Markup[]> rows, string? caption = null) => Markup.Of($"""
        <div class="scroll" tabindex="0"><table class="cards" role="table">{Markup.If(caption is not null, () => Markup.Of($"""<caption class="dim">{caption}</caption>"""))}
        <thead role="rowgroup"><tr role="row">{heads.Select(head => Markup.Of($"""<th scope="col" role="columnheader">{head}</th>"""))}</tr></thead>
        <tbody role="rowgroup">{rows.Select(row => Markup.Of($"""<tr role="row">{row.Select((cell, column) => Cell(heads[column], cell, isName: column == 0))}</tr>"""))}</tbody></table></div>
        """);

    private static Markup Cell(string head, Markup content, bool isName) => isName
        ? Markup.Of($"""<th scope="row" role="rowheader" data-head="{head}"><div>{content}</div></th>""")
        : Markup.Of($"""<td role="cell" data-head="{head}"><div>{content}</div></td>""");
}
