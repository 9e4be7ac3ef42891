namespace IvrAutomat.Web.Accounts;

/// <summary>What is typed at sign-in. It is kept in lower case, so that nobody is refused for a capital.</summary>
internal static class AccountName
{
    private const int Shortest = 2;
    private const int Longest = 40;

    /// <summary>Stands in the audit log where the name that was typed belongs to nobody: people type passwords there.</summary>
    public const string Nobody = "?";

    /// <summary>The name as it is kept.</summary>
    public static string Of(string? typed) => (typed ?? string.Empty).Trim().ToLowerInvariant();

    /// <summary>Whether an account may be called so: 2 to 40 letters, digits, dots and hyphens.</summary>
    public static bool IsUsable(string name)
        => name.Length is >= Shortest and <= Longest && name != AuditBook.Command && name.All(sign => char.IsLetterOrDigit(sign) || sign is '.' or '-');
}
