using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>The situations of an order in the words of call scripts, and what they are in this shop.</summary>
public static class UpgatesStates
{
    private static readonly (string Word, int Status)[] All =
    [
        ("Received", UpgatesCatalogue.Received),
        ("Packing", UpgatesCatalogue.Packing),
        ("AwaitingConfirmation", UpgatesCatalogue.ToConfirm),
        ("AwaitingTransfer", UpgatesCatalogue.Received),
        ("PaymentFailed", UpgatesCatalogue.PaymentFailed),
        ("OnTheWay", UpgatesCatalogue.Sent),
        ("AtPoint", UpgatesCatalogue.AtPoint),
        ("Delivered", UpgatesCatalogue.Delivered),
        ("Cancelled", UpgatesCatalogue.Cancelled),
        ("Returning", UpgatesCatalogue.Returning),
        ("Unknown", UpgatesCatalogue.Meaningless),
    ];

    // No status of its own: the accountant took the invoice away.
    private const string InvoiceWithdrawn = "InvoiceWithdrawn";

    /// <summary>The words.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(each => each.Word), InvoiceWithdrawn];

    /// <summary>Whether there is such a situation.</summary>
    internal static bool Knows(string state) => IsInvoiceWithdrawn(state) || StatusOf(state) is not null;

    internal static void Apply(UpgatesData data, JsonObject order, string state)
    {
        order["last_update_time"] = data.Now;
        if (IsInvoiceWithdrawn(state))
        {
            order["invoice_number"] = null;
            return;
        }

        var word = WordOf(state);
        data.SetStatus(order, StatusOf(state)!);
        if (word.Word is "AwaitingTransfer" or "PaymentFailed" or "AwaitingConfirmation")
        {
            order["paid_date"] = null;
        }

        if (word.Word is "AwaitingTransfer")
        {
            var transfer = UpgatesOrderForm.Find(UpgatesCatalogue.Payments, code: null, "Bankovním převodem")!;
            order["payment"] = UpgatesOrderForm.Method(transfer, UpgatesOrderForm.NameOf(transfer), 0, 21);
            UpgatesOrderForm.Total(order);
        }

        if (word.Word is "OnTheWay" or "AtPoint" or "Delivered")
        {
            order["tracking_code"] ??= "70412609" + UpgatesValue.Text(order["order_id"])!.PadLeft(2, '0');
        }
    }

    private static bool IsInvoiceWithdrawn(string state) => string.Equals(state, InvoiceWithdrawn, StringComparison.OrdinalIgnoreCase);

    private static (string? Word, int Status) WordOf(string state)
        => Array.Find(All, each => string.Equals(each.Word, state, StringComparison.OrdinalIgnoreCase));

    private static JsonObject? StatusOf(string state)
        => WordOf(state) is { Word: not null } known ? UpgatesCatalogue.StatusOf($"{known.Status}") : UpgatesCatalogue.StatusOf(state);

    internal static string Of(JsonObject order)
    {
        var id = (int?)UpgatesValue.Number(order["status_id"]);
        var paid = order["paid_date"] is not null;
        return id == UpgatesCatalogue.Received && !paid && UpgatesValue.Text(order["payment"]?["type"]) == "command"
            ? "AwaitingTransfer"
            : Array.Find(All, each => each.Status == id).Word ?? UpgatesValue.Text(order["status"]) ?? "Unknown";
    }
}
