namespace IvrAutomat.Web.Shop.Outside;

/// <summary>Which of the shop's systems an address belongs to, in one word, for those who count.</summary>
internal static class OutsideSystem
{
    /// <summary>The words, each meaning one system; <c>other</c> is none of them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["upgates", "packeta", "zaslat", "comgate", "other"];

    /// <summary>The word for an address.</summary>
    public static string Of(SystemOptions systems, Uri url)
    {
        (string? Address, string Name)[] known =
        [
            (systems.Upgates.ApiUrl, "upgates"), (systems.Packeta.ApiUrl, "packeta"), (systems.Packeta.PointUrl, "packeta"),
            (systems.Zaslat.ApiUrl, "zaslat"), (systems.Comgate.ApiUrl, "comgate"),
        ];
        return Array.Find(known, each => !string.IsNullOrEmpty(each.Address) && url.AbsoluteUri.StartsWith(each.Address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)).Name

            // A shop that has moved within its provider still is one.
            ?? (url.Host.EndsWith("upgates.com", StringComparison.OrdinalIgnoreCase) ? "upgates" : "other");
    }
}
