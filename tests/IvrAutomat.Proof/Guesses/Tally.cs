using System.Text.Json;
using IvrAutomat.Proof.World;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Proof.Guesses;

/// <summary>What became of guesses, by the journal: only there can a wrong PIN be told from a locked order.</summary>
/// <param name="Judged">Guesses that were compared with the PIN: right or wrong, not locked.</param>
/// <param name="Right">Those of them that opened an order.</param>
/// <param name="Locked">Guesses that could not have succeeded.</param>
internal sealed record Tally(IReadOnlyList<DateTimeOffset> Judged, int Right, int Locked)
{
    /// <summary>Counts the guesses of some calls.</summary>
    public static async Task<Tally> OfAsync(OpenHouse house, IEnumerable<string> calls)
    {
        var wanted = calls.ToHashSet(StringComparer.Ordinal);
        var rows = await house.ReadAsync(db => db.Journal.AsNoTracking().Where(row => row.Input.Contains("\"input\":\"pin\"")).Select(row => new { row.CallId, row.At, row.Input }).ToListAsync());
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
