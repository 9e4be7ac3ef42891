using IvrAutomat.Web.Stage;
using Spectre.Console;

namespace IvrAutomat.Web.Commands.Paths;

/// <summary>Prints what of the flow call scripts took, and names what they did not.</summary>
internal static class CoverageReport
{
    /// <summary>Prints it; the rungs that there are come from a walk of every path.</summary>
    /// <returns>True when every transition that a call can take was taken.</returns>
    public static bool Print(FlowCoverage coverage)
    {
        var reachable = PathsCommand.Walk(depth: null).SelectMany(report => report.Rungs).ToHashSet();
        var rungs = coverage.MissingRungs(reachable);
        var counts = coverage.Counts;
        var table = new Table().Border(TableBorder.Simple).AddColumns("coverage", "there are", "taken", "share");
        Row(table, "states", counts.States, counts.StatesTaken);
        Row(table, "transitions", counts.Edges, counts.EdgesTaken);
        Row(table, "rungs of ladders", reachable.Count, reachable.Count - rungs.Count);
        AnsiConsole.Write(table);
        Name("state", coverage.MissingStates);
        Name("transition", coverage.MissingEdges);
        Name("rung", [.. rungs.Select(rung => rung.ToString())]);
        return coverage.MissingEdges.Count == 0;
    }

    private static void Row(Table table, string what, int all, int taken)
        => table.AddRow(what, $"{all}", $"{taken}", $"{(all == 0 ? 100 : Math.Floor(1000.0 * taken / all) / 10):0.0} %");

    private static void Name(string what, IReadOnlyList<string> missing)
    {
        foreach (var each in missing)
        {
            Console.WriteLine($"no script takes the {what} {each}");
        }
    }
}
