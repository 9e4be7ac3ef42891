using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>What came of an import.</summary>
internal sealed class ImportResult
{
    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);

    /// <summary>Rows that were read.</summary>
    public int Rows { get; set; }

    /// <summary>Orders that nobody knew before.</summary>
    public int New { get; set; }

    /// <summary>Orders of which the file says something else than the one before.</summary>
    public int Changed { get; set; }

    /// <summary>Orders of which it says the same.</summary>
    public int Same { get; set; }

    /// <summary>Rows that were not imported.</summary>
    public int Rejected { get; set; }

    /// <summary>The numbers of orders that were cancelled by phone and that the file still has as open.</summary>
    public IReadOnlyList<string> Unheard { get; set; } = [];

    /// <summary>Words for a status that nobody has given a meaning, and how many orders bear them: those callers reach a person.</summary>
    public IReadOnlyDictionary<string, int> UnknownStatuses => _unknown;

    /// <summary>No row was an order.</summary>
    public bool IsNothing => New + Changed + Same == 0;

    /// <summary>Takes note of a status without a meaning.</summary>
    public void CountStatus(Order order)
    {
        if (order is { State: OrderState.Unknown, ShopStatus: { } word })
        {
            _unknown[word] = _unknown.GetValueOrDefault(word) + 1;
        }
    }
}
