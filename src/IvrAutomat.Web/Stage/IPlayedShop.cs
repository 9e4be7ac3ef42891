using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Stage;

/// <summary>The made-up shop whose orders are called about: the demo of this database, or the stand-in for an Upgates shop.</summary>
internal interface IPlayedShop
{
    /// <summary>Those who call about its orders.</summary>
    IReadOnlyList<DemoCaller> Callers { get; }

    /// <summary>What it does of its own accord at this moment: no time passes meanwhile.</summary>
    int Busy { get; }

    /// <summary>Takes all orders back to their beginning, then brings some into a state.</summary>
    /// <param name="orders">States by order number.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What does not exist, a sentence each.</returns>
    Task<IReadOnlyList<string>> PrepareAsync(IReadOnlyDictionary<string, string> orders, CancellationToken ct);

    /// <summary>An order as the shop itself has it; null when it has none of that number.</summary>
    Task<OrderSeen?> OrderAsync(string number, CancellationToken ct);
}
