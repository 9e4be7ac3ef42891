using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IvrAutomat.Web.Accounts;

/// <summary>
/// Holds each request's cookie against the account: one that was closed, or whose password or role has changed, is signed out at once,
/// on every instance. Role and language are the account's, not the cookie's.
/// </summary>
internal static class SessionCheck
{
    /// <summary>Judges one request.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var accounts = context.HttpContext.RequestServices.GetRequiredService<AccountBook>();
        var row = context.Principal?.Identity?.Name is { } name ? await accounts.FindAsync(name, context.HttpContext.RequestAborted) : null;
        if (row is null || context.Principal?.FindFirst(Colleague.StampClaim)?.Value != row.Stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Colleague.Scheme);
            return;
        }

        context.ReplacePrincipal(Colleague.Of(row).ToPrincipal(row.Stamp));
    }

    /// <summary>Whether somebody who was let in is still welcome.</summary>
    public static async Task<bool> HoldsAsync(AccountBook accounts, ClaimsPrincipal user, CancellationToken cancellationToken)
        => user.Identity?.Name is { } name && await accounts.FindAsync(name, cancellationToken) is { } row
            && row.Stamp == user.FindFirst(Colleague.StampClaim)?.Value;
}
