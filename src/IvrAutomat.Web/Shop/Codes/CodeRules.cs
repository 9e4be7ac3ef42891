namespace IvrAutomat.Web.Shop.Codes;

/// <summary>What holds for one-time codes.</summary>
internal static class CodeRules
{
    /// <summary>How long a code is worth something.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Complete entries that may be wrong; after them the code is worth nothing.</summary>
    public const int MostTries = 3;

    /// <summary>Between two codes of one order.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>Codes of one order in a day.</summary>
    public const int PerOrder = 3;

    /// <summary>Codes that one number may ask for in a day.</summary>
    public const int PerCaller = 5;

    /// <summary>Codes that a withheld number may ask for in a call.</summary>
    public const int PerWithheldCall = 2;

    /// <summary>How long codes count against limits; as long their rows are kept.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Orders among which a caller chooses once a code has opened them.</summary>
    public const int MostOrders = 4;
}
