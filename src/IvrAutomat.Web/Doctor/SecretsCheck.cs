using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is the key there, readable by nobody else, and the one that the database was written with.</summary>
internal sealed class SecretsCheck(Database database, SecretsOptions options, IDbContextFactory<AutomatDb> contexts, Func<Secrets> secrets) : ICheck
{
    /// <inheritdoc />
    public string System => SecretsOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(options.Key))
        {
            yield return Finding.Ok(System, "the key stands in the settings");
        }
        else if (database.File is { } file && SecretKeyFile.Beside(file) is var key)
        {
            if (!File.Exists(key))
            {
                yield return Finding.Warning(System, "there is no key yet; the first start makes one beside the database. Back it up apart from the database.");
                yield break;
            }

            yield return IsOpenToOthers(key)
                ? Finding.Wrong(System, "the key file beside the database can be read by others. Run: chmod 600 on it.")
                : Finding.Ok(System, "the key file beside the database is its owner's alone; keep a copy apart from the database");
        }

        yield return await FitsAsync(cancellationToken);
    }

    private static bool IsOpenToOthers(string file) => !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None;

    private async Task<Finding> FitsAsync(CancellationToken cancellationToken)
    {
        if (database.File is { } file && !File.Exists(file))
        {
            return Finding.Skipped(System, "no database is there that the key would have to fit");
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var contact = await db.Orders.Where(row => row.Contact != null).OrderByDescending(row => row.ChangedAt).Select(row => row.Contact)
                .FirstOrDefaultAsync(cancellationToken);
            if (contact is null)
            {
                return Finding.Skipped(System, "no order is there whose contact the key would have to read");
            }

            secrets().Unprotect(SecretLabel.Contact, contact);
            return Finding.Ok(System, "the key reads what the database holds");
        }
        catch (CryptographicException)
        {
            return Finding.Wrong(System, "the key is not the one that the database was written with. Restore the former key: PINs and contacts cannot be read with this one.");
        }
        catch (Exception failure) when (failure is DbException or InvalidDataException or TimeoutException)
        {
            return Finding.Skipped(System, "whether the key fits could not be looked at");
        }
    }
}
