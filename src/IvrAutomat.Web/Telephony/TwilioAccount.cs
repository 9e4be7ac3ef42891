using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>An account whose webhooks are accepted, with the tokens that may sign them. A token counts for its own account only.</summary>
internal sealed class TwilioAccount
{
    /// <param name="accountSid">34 characters, <c>AC…</c>.</param>
    /// <param name="authTokens">The primary token first; while tokens rotate, the one before it too. API keys sign nothing.</param>
    /// <exception cref="ArgumentException">A token is empty: everybody could sign with that.</exception>
    public TwilioAccount(string accountSid, params ImmutableArray<string> authTokens)
    {
        if (authTokens.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("An empty token would let everybody sign.", nameof(authTokens));
        }

        AccountSid = accountSid;
        AuthTokens = authTokens;
    }

    /// <summary>The account's identifier.</summary>
    public string AccountSid { get; }

    /// <summary>Tokens accepted, primary first.</summary>
    public ImmutableArray<string> AuthTokens { get; }
}
