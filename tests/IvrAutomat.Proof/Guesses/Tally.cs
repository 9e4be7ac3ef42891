using System.Text.Json;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Proof.Guesses;

/// <summary>What became of guesses, by the journal: only there can a wrong PIN be told from a locked order.</summary>
/// <param name="Judged">Guesses that were compared with the PIN: right or wrong, not locked.</param>
/// <param name="Right">Those of them that opened an order.</param>
/// <param name="Locked">Guesses that could not have succeeded.</param>
internal sealed record Tally(IReadOnlyList<DateTimeOffset> Judged, int Right, int Locked)
{
    /// <summary>Counts the guesses of some calls.</summary>
    /// <param name="readAsync">Reads the product's database.</param>
    /// <param name="calls">The carrier's identifiers.</param>
    public static async Task<Tally> OfAsync(Func<Func<AutomatDb, Task<List<JournalRow>>>, Task<List<JournalRow>>> readAsync, IEnumerable<string> calls)
    {
        var wanted = calls.ToHashSet(StringComparer.Ordinal);
        var rows = await readAsync(db => db.Journal.AsNoTracking().Where(row => row.Input.Contains("\"input\":\"pin\"")).ToListAsync());
        var judged = new List<DateTimeOffset>();
        var (right, locked) = (0, 0);
        foreach (var row in rows.Where(row => wanted.Contains(row.CallId)))
        {
            using var input = JsonDocument.Parse(row.Input);
            switch (input.RootElement.GetProperty("verdict").GetString()!.ToUpperInvariant())
            {
                case "LOCKED":
                    locked++;
                    break;
                case "RIGHT":
                    right++;
                    judged.Add(row.At);
                    break;
                default:
                    judged.Add(row.At);
                    break;
            }
        }

        judged.Sort();
        return new Tally(judged, right, locked);
    }

    /// <summary>The most guesses judged within any stretch of this length.</summary>
    public int MostWithin(TimeSpan length)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < Judged.Count; last++)
        {
            while (Judged[last] - Judged[first] >= length)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
