using IvrAutomat.Benchmarks.Decisions;

namespace IvrAutomat.Benchmarks.Report;

/// <summary>What one decision costs, as a table.</summary>
internal static class DecisionTable
{
    /// <summary>Writes the table.</summary>
    public static string Of(IReadOnlyList<DecisionResult> decisions) =>
        $"""
        One decision of Core, on one thread; median of the iterations, in brackets the fastest and the slowest

        {TextTable.Of(
            ["decision", "ns", "bytes", "with its words: ns", "bytes"],
            decisions.Select(Row))}
        """;

    private static string[] Row(DecisionResult each) =>
        [NameOf(each.Moment), Time(each.Decide), $"{each.Decide.Bytes:N0}", Time(each.Speak), $"{each.Speak.Bytes:N0}"];

    private static string Time(Cost cost) => new Spread(cost.Nanoseconds, cost.Least, cost.Most).Text("N0");

    private static string NameOf(Moment moment) => moment switch
    {
        Moment.MenuKey => "menu key: cancel",
        Moment.Pin => "right PIN (says nothing yet)",
        Moment.OrderRead => "order read: status and menu",
        Moment.Silence => "silence in the menu",
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "Not a moment."),
    };
}
