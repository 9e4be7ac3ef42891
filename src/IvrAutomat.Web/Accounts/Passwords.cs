using Microsoft.AspNetCore.Identity;

namespace IvrAutomat.Web.Accounts;

/// <summary>Passwords as they are judged and kept; nobody can read them again.</summary>
internal static class Passwords
{
    /// <summary>How many characters a password has at least.</summary>
    public const int Shortest = 10;

    private const int Longest = 200;
    private static readonly PasswordHasher<string> Hasher = new();

    // Checked where there is no password, so that a name that exists takes as long as one that does not.
    private static readonly string OfNobody = Hasher.HashPassword(string.Empty, Guid.NewGuid().ToString());

    /// <summary>Whether it may be a password of that account: long enough, and not the name in other clothes.</summary>
    public static bool IsUsable(string account, string password)
        => password.Length is >= Shortest and <= Longest && !password.Contains(account, StringComparison.OrdinalIgnoreCase);

    /// <summary>As it is kept.</summary>
    public static string Hash(string password) => Hasher.HashPassword(string.Empty, password);

    /// <summary>Whether it is the one that is kept. It takes the same time whatever is kept, nothing included.</summary>
    public static bool Fits(string? kept, string password)
        => Hasher.VerifyHashedPassword(string.Empty, kept ?? OfNobody, password.Length <= Longest ? password : string.Empty) != PasswordVerificationResult.Failed
            && kept is not null;
}
