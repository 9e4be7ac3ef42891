namespace IvrAutomat.Simulator.Shops.Comgate;

/// <summary>A payment in the gateway's own words: everything is text.</summary>
internal static class ComgateFields
{
    public static Dictionary<string, string> Of(ComgatePayment payment, ComgateSwitches switches)
    {
        var isPaid = payment.Status == ComgatePayment.Paid;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["merchant"] = StandInKeys.User,
            ["test"] = payment.IsTest ? "true" : "false",
            ["price"] = $"{(isPaid ? switches.PaidPrice : null) ?? payment.Price}",
            ["curr"] = (isPaid ? switches.PaidCurrency : null) ?? payment.Currency,
            ["label"] = payment.Label,
            ["refId"] = payment.RefId,
            ["payerId"] = string.Empty,
            ["method"] = "CARD_CZ_COMGATE",
            ["email"] = payment.Email,
            ["phone"] = payment.Phone,
            ["fullName"] = "Jan Vzorový",
            ["transId"] = payment.TransId,
            ["status"] = payment.Status,
            ["fee"] = "1.00",
            ["vs"] = "739689656",
            ["paymentErrorReason"] = string.Empty,
        };
    }
}
