using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Canary;

/// <summary>What is searched for after calls: PIN, number, name, street and e-mail address of some of the callers.</summary>
internal static class PlantedSecrets
{
    /// <summary>Of so many callers: all callers are alike.</summary>
    private const int Callers = 12;

    /// <summary>Searches database and output after calls, and adds what that came to.</summary>
    /// <param name="verdict">What the run came to otherwise.</param>
    /// <param name="town">Whose customers called.</param>
    /// <param name="pins">As <see cref="Town.PinsAsync"/> told them.</param>
    /// <param name="calls">How many called.</param>
    /// <param name="store">The product's database.</param>
    /// <param name="said">All that the product has printed and logged.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Verdict> SearchAsync(
        Verdict verdict, Town town, IReadOnlyList<string> pins, int calls, Store store, string said, CancellationToken cancellationToken)
    {
        var sweep = Of(town, pins, calls);
        await store.LookAsync(sweep, cancellationToken);
        sweep.Look("output and log", said);
        return sweep.Judge(verdict, seen: town.Numbers[0]);
    }

    /// <summary>A sweep that searches for them.</summary>
    /// <param name="town">Whose customers call.</param>
    /// <param name="pins">As <see cref="Town.PinsAsync"/> told them.</param>
    /// <param name="calls">How many call.</param>
    public static Sweep Of(Town town, IReadOnlyList<string> pins, int calls)
    {
        var sweep = new Sweep();
        for (var at = 0; at < calls; at += Math.Max(1, calls / Callers))
        {
            var (status, place) = Town.CustomerOf(at);
            sweep.Plant("PIN", town.PinOf(at, pins));
            foreach (var (kind, secret) in ShopOrders.CanariesOf(status, place))
            {
                sweep.Plant(kind, secret, isForAgents: true);
            }
        }

        return sweep;
    }
}
