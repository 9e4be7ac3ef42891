namespace IvrAutomat.Dialogue;

/// <summary>Values that only the host knows, encrypted; the dialogue says them by these names.</summary>
public static class Held
{
    /// <summary>The order number as the caller gave it.</summary>
    public const string Number = "number";

    /// <summary>The last three digits of the caller's number.</summary>
    public const string CallerEnd = "caller-end";

    /// <summary>The callback number as the caller typed it.</summary>
    public const string Callback = "callback";

    /// <summary>The phone number in the order, as the caller typed it.</summary>
    public const string Contact = "contact";

    /// <summary>The company number as the caller typed it.</summary>
    public const string Company = "company";

    /// <summary>The defect in the caller's own words.</summary>
    public const string Said = "said";

    /// <summary>The street of the proved order's address.</summary>
    public const string Street = "street";

    /// <summary>The town of the proved order's address.</summary>
    public const string Town = "town";
}
