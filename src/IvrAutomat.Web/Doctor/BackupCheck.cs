using System.Data.Common;
using System.Runtime.CompilerServices;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Doctor;

/// <summary>Could this copy of a SQLite database be put back: is it whole, does this program know its schema, is its key there. It is only read.</summary>
internal sealed class BackupCheck(Database copy, SecretsOptions options, IDbContextFactory<AutomatDb> contexts) : ICheck
{
    /// <inheritdoc />
    public string System => "Backup";

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wrong = await DamageAsync(cancellationToken);
        yield return wrong is null ? Finding.Ok(System, "the file is whole") : Finding.Wrong(System, $"the file is damaged ({wrong}). Take an older one.");
        if (wrong is not null)
        {
            yield break;
        }

        yield return await SchemaAsync(cancellationToken);
        yield return await ContentAsync(cancellationToken);
        if (!HasKey(copy, options))
        {
            yield return Finding.Wrong(
                System, $"its key is missing: put '{Path.GetFileName(SecretKeyFile.Beside(copy.File!))}' beside it, or set Secrets:Key. Without it no PIN and no contact can be read.");
        }
    }

    /// <summary>Is there a key at all that could fit: beside the copy or in the settings.</summary>
    public static bool HasKey(Database copy, SecretsOptions options) => !string.IsNullOrWhiteSpace(options.Key) || File.Exists(SecretKeyFile.Beside(copy.File!));

    private async Task<string?> DamageAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await copy.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            return await command.ExecuteScalarAsync(cancellationToken) is "ok" ? null : "integrity_check";
        }
        catch (DbException failure)
        {
            return failure.Message;
        }
    }

    private async Task<Finding> SchemaAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        return applied.Count == 0 ? Finding.Wrong(System, "it is no database of this automat")
            : applied.Except(known).Any() ? Finding.Wrong(System, "a newer automat wrote it. Restore it with that one.")
            : applied.Count < known.Count ? Finding.Ok(System, $"its schema is {applied[^1]}, older by {known.Count - applied.Count}; the first start brings it up to date")
            : Finding.Ok(System, $"its schema is the present one, {applied[^1]}");
    }

    private async Task<Finding> ContentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await copy.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM calls), (SELECT COUNT(*) FROM orders), (SELECT MAX(updated_at) FROM calls)";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var last = reader.IsDBNull(2) ? "none yet" : $"{DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)):yyyy-MM-dd HH:mm:ss} UTC";
        return Finding.Ok(System, $"{reader.GetInt64(0)} calls, {reader.GetInt64(1)} orders; the last turn: {last}");
    }
}
