namespace IvrAutomat.Web.Settings;

/// <summary>Finds what somebody may have meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The name that is the fewest letters away; null when none is near.</summary>
    /// <param name="written">What was written; case does not matter.</param>
    /// <param name="names">The names that exist.</param>
    /// <param name="most">How many letters may be added, left out or exchanged.</param>
    public static string? Of(string written, IEnumerable<string> names, int most)
        => names.Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(each => each.Distance <= most)
            .OrderBy(each => each.Distance).Select(each => each.Name).FirstOrDefault();

    // Levenshtein's distance, row by row.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(same, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[other.Length];
    }
}
