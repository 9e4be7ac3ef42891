using System.Collections.Frozen;

namespace IvrAutomat.Web.Privacy;

/// <summary>Why something stays although its owner wants it erased; the console has the same in its own words.</summary>
internal static class ErasureReasons
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["live"] = "calls under way: ask again when they have ended",
        ["open-cases"] = "open cases: somebody still owes the customer an answer (GDPR, art. 6(1)(b) and 17(3)(b)); close them first",
        ["disputable-cases"] = "complaints, returns and refunds: their course may be disputed for three years (art. 17(3)(e); Civil Code, sec. 629); they go after Retention:CaseDays",
        ["statements"] = "statements of withdrawal and complaint, and promises under way (art. 17(3)(e)); they go after Retention:PromiseDays",
        ["receipts"] = "written confirmations of those (Consumer Protection Act, sec. 19); they go after Retention:PromiseDays",
        ["open-orders"] = "contacts of orders that are not finished: they are needed to carry the contract out (art. 6(1)(b)); ask again afterwards",
        ["orders"] = "orders without their contacts; the shop's own system keeps order and invoice for ten years (VAT Act, sec. 35) and is asked on its own",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The keys.</summary>
    public static IEnumerable<string> Keys => Reasons.Keys;

    /// <summary>The reason, with what it is about.</summary>
    public static string Of(string what) => Reasons[what];
}
