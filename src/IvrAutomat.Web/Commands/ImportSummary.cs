using IvrAutomat.Web.Shop.Local;

namespace IvrAutomat.Web.Commands;

/// <summary>Tells the person at the terminal what came of an import and what is worth looking at.</summary>
internal static class ImportSummary
{
    private const int MostNamed = 20;

    /// <summary>Prints it. It names order numbers, for whoever may see the file may see them.</summary>
    public static void Tell(ImportResult result, OrderFile file)
    {
        if (file.Unused.Count > 0)
        {
            Console.WriteLine($"Columns that are not used: {string.Join(", ", file.Unused)}.");
        }

        if (result.UnknownStatuses.Count > 0)
        {
            var words = result.UnknownStatuses.OrderByDescending(word => word.Value).Take(MostNamed).Select(word => $"'{word.Key}' ({word.Value})");
            Console.WriteLine($"Statuses without a meaning, whose callers reach a person: {string.Join(", ", words)}.");
        }

        if (result.Unheard.Count > 0)
        {
            Console.WriteLine(
                $"Cancelled by phone, but open in the file: {string.Join(", ", result.Unheard.Take(MostNamed))}{(result.Unheard.Count > MostNamed ? ", …" : string.Empty)}. "
                + "They stay cancelled; carry them over (orders changes).");
        }

        Console.WriteLine($"{result.New} new, {result.Changed} changed, {result.Same} as before, {result.Rejected} rejected.");
    }
}
