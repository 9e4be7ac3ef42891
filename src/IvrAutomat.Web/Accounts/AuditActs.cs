namespace IvrAutomat.Web.Accounts;

/// <summary>What this room and the line write into the audit log; other rooms have words of their own.</summary>
internal static class AuditActs
{
    /// <summary>Somebody came in.</summary>
    public const string SignedIn = "sign-in.good";

    /// <summary>The password was wrong, or the name is nobody's.</summary>
    public const string WrongPassword = "sign-in.bad";

    /// <summary>The account is locked, closed, or does not exist.</summary>
    public const string Refused = "sign-in.refused";

    /// <summary>Somebody left.</summary>
    public const string SignedOut = "sign-in.out";

    /// <summary>A link was used and a password set.</summary>
    public const string LinkUsed = "account.link-used";

    /// <summary>An account was made, or opened again.</summary>
    public const string Added = "account.added";

    /// <summary>A new link was made; the former password is void.</summary>
    public const string LinkMade = "account.link-made";

    /// <summary>A role changed.</summary>
    public const string RoleChanged = "account.role";

    /// <summary>An account was closed.</summary>
    public const string Closed = "account.closed";

    /// <summary>Somebody changed their own password.</summary>
    public const string PasswordChanged = "account.password";

    /// <summary>The mode of the line changed.</summary>
    public const string LineChanged = "line.changed";
}
