using System.Data.Common;
using System.Runtime.CompilerServices;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Doctor;

/// <summary>Can the database be written, and is its schema the present one.</summary>
internal sealed class DatabaseCheck(Database database, IDbContextFactory<AutomatDb> contexts) : ICheck
{
    /// <inheritdoc />
    public string System => DatabaseOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (database.File is { } file && !File.Exists(file))
        {
            yield return Finding.Warning(System, "there is none yet; the first start makes it. Nothing else about it can be looked at.");
            yield break;
        }

        yield return await WriteAsync(cancellationToken) is { } why
            ? Finding.Wrong(System, $"it cannot be written: {why}.")
            : Finding.Ok(System, $"{database.Provider} can be written");
        yield return await SchemaAsync(cancellationToken);
    }

    // A table that is made and taken back again: nothing of it is left, and nobody else sees it.
    private async Task<string?> WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "CREATE TABLE doctor_probe (id INTEGER)";
            await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.RollbackAsync(cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is DbException or IOException or TimeoutException)
        {
            return WriteProbe.Remedy(failure) ?? "another program has kept it locked. End that program";
        }
    }

    private async Task<Finding> SchemaAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending == 0
                ? Finding.Ok(System, "its schema is the present one")
                : Finding.Warning(System, $"{pending} changes of its schema are due; the next start makes them. Back it up before.");
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Finding.Wrong(System, "its schema cannot be read. See the line above.");
        }
    }
}
