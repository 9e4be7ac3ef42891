using IvrAutomat.Web.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace IvrAutomat.Web.Accounts;

/// <summary>
/// The framework's seam for cookies and form tokens, sealed by the installation's own key: what one instance has written every other can
/// read, before and after a restart.
/// </summary>
internal sealed class KeyedProtection(Secrets secrets, string label = "web") : IDataProtectionProvider, IDataProtector
{
    /// <inheritdoc />
    public IDataProtector CreateProtector(string purpose) => new KeyedProtection(secrets, $"{label}/{purpose}");

    /// <inheritdoc />
    public byte[] Protect(byte[] plaintext) => secrets.Protect(label, plaintext);

    /// <inheritdoc />
    public byte[] Unprotect(byte[] protectedData) => secrets.Unprotect(label, protectedData);
}
