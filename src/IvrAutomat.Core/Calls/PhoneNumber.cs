namespace IvrAutomat.Calls;
/// <summary>x</summary>
public readonly record struct PhoneNumber { /// <summary>x</summary>
    public static PhoneNumber? Parse(string? s) { if (s is null) return null; if (s.Length == 9) s = "+420" + s; return s.StartsWith('+') && s.Length == 13 ? new PhoneNumber { Value = s } : null; }
 /// <summary>x</summary>
    public required string Value { get; init; }
 /// <summary>x</summary>
    public string End => Value[^3..];
 /// <summary>x</summary>
    public bool CanBeCalledBack => Value.Length > 0;
 /// <summary>x</summary>
    public bool CanReceiveSms => !Value.StartsWith("+4202", StringComparison.Ordinal);
 }
