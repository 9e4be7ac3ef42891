using System.Security.Claims;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Accounts;

/// <summary>What a colleague may do; each may also do what those before may.</summary>
internal enum AccountRole
{
    /// <summary>Takes calls and cases.</summary>
    Agent,

    /// <summary>Sees everybody's day.</summary>
    Supervisor,

    /// <summary>Manages accounts, the line and the prompts.</summary>
    Admin,
}

/// <summary>Whoever is signed in.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Agent">The name as agent; null for one who takes no calls.</param>
/// <param name="Role">What may be done.</param>
/// <param name="Language">The language of the pages.</param>
internal sealed record Colleague(string Account, string? Agent, AccountRole Role, string Language)
{
    /// <summary>The authentication scheme, and the claim of the account's stamp.</summary>
    public const string Scheme = "colleague", StampClaim = "stamp";

    /// <summary>As others call them.</summary>
    public string Name => Agent ?? Account;

    /// <summary>Whoever a cookie stands for.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the route asks for no right.</exception>
    public static Colleague Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        string? Claim(string type) => user.FindFirst(type)?.Value;
        return Claim(ClaimTypes.Name) is { } account
            ? new(account, Claim("agent"), Enum.Parse<AccountRole>(Claim(ClaimTypes.Role)!), Claim("language") ?? "cs")
            : throw new InvalidOperationException("Nobody is signed in. Protect the route with one of the policies of Rights.");
    }

    /// <summary>Whoever an account belongs to.</summary>
    public static Colleague Of(AccountRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Name, row.Agent, Enum.Parse<AccountRole>(row.Role), row.Language);
    }

    /// <summary>As a cookie carries it.</summary>
    /// <param name="stamp">The account's stamp.</param>
    public ClaimsPrincipal ToPrincipal(string stamp)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, Account));
        identity.AddClaim(new Claim(ClaimTypes.Role, $"{Role}"));
        identity.AddClaim(new Claim("language", Language));
        identity.AddClaim(new Claim(StampClaim, stamp));
        if (Agent is not null)
        {
            identity.AddClaim(new Claim("agent", Agent));
        }

        return new ClaimsPrincipal(identity);
    }
}

/// <summary>The policies that routes ask for.</summary>
internal static class Rights
{
    /// <summary>Everybody who is signed in.</summary>
    public const string Agent = "agent";

    /// <summary>Supervisors and admins.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Admins.</summary>
    public const string Admin = "admin";
}
