using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>What the shop keeps. Everything here is read and changed under <see cref="Gate"/> only.</summary>
internal sealed class UpgatesData(TimeProvider time)
{
    private readonly Dictionary<string, List<JsonObject>> _history = new(StringComparer.Ordinal);
    private int _nextInvoice;

    /// <summary>Held while anything is read or changed.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The orders, in the order of their making.</summary>
    public List<JsonObject> Orders { get; } = [];

    /// <summary>Invoices and credit notes.</summary>
    public List<JsonObject> Documents { get; } = [];

    /// <summary>What the shop would have sent to its customers.</summary>
    public List<UpgatesMessage> Outbox { get; } = [];

    /// <summary>The instant as the shop writes it: to the second.</summary>
    public string Now => UpgatesValue.Write(time.GetUtcNow());

    /// <summary>Brings the fixtures back, their days counted from today.</summary>
    public void Reset()
    {
        lock (Gate)
        {
            Orders.Clear();
            Documents.Clear();
            Outbox.Clear();
            _history.Clear();
            _nextInvoice = 1;
            foreach (var (order, hasInvoice) in UpgatesFixtures.On(time.GetUtcNow()))
            {
                Orders.Add(order);
                if (hasInvoice)
                {
                    UpgatesDocuments.Issue(this, order, UpgatesDocuments.Invoice);
                }
            }
        }
    }

    /// <summary>The order of a number; null when there is none.</summary>
    public JsonObject? Find(string? number) => Orders.Find(order => UpgatesValue.Text(order["order_number"]) == number);

    /// <summary>The records of an order.</summary>
    public List<JsonObject> HistoryOf(string number)
        => _history.TryGetValue(number, out var records) ? records : _history[number] = [];

    /// <summary>The number of the next document: ten digits with the order's last three, so that it is recognised by people.</summary>
    public string NextDocument(JsonObject order)
    {
        var number = UpgatesValue.Text(order["order_number"])!;
        return number.StartsWith("2026001", StringComparison.Ordinal) && Documents.TrueForAll(each => UpgatesValue.Text(each["order_number"]) != number)
            ? "3260010" + number[^3..]
            : $"32601{_nextInvoice++:00000}";
    }

    /// <summary>Sets an order's status with all that the shop ties to it.</summary>
    public void SetStatus(JsonObject order, JsonObject status)
    {
        order["status_id"] = status["id"]!.DeepClone();
        order["status"] = UpgatesCatalogue.NameOf(status, UpgatesValue.Text(order["language_id"]));
        if (UpgatesValue.Truth(status["mark_paid_yn"]) == true)
        {
            order["paid_date"] ??= Now;
        }

        if (UpgatesValue.Truth(status["mark_resolved_yn"]) == true)
        {
            order["resolved_yn"] = true;
        }
    }
}

/// <summary>A message that the shop itself would have sent to a customer.</summary>
/// <param name="Kind"><c>email</c> or <c>sms</c>.</param>
/// <param name="Order">The order's number.</param>
/// <param name="About">The type of the status that it tells of.</param>
/// <param name="At">When.</param>
public sealed record UpgatesMessage(string Kind, string Order, string About, DateTimeOffset At);
