namespace IvrAutomat.Dialogue;

/// <summary>Digits that only the host knows, encrypted; the dialogue says them by these names.</summary>
public static class Held
{
    /// <summary>The order number as the caller gave it.</summary>
    public const string Number = "number";

    /// <summary>The last three digits of the caller's number.</summary>
    public const string CallerEnd = "caller-end";

    /// <summary>The callback number as the caller typed it.</summary>
    public const string Callback = "callback";
}
