using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Accounts;

/// <summary>Who is there before anybody has been added: the demo's colleagues, or one admin who has yet to choose a password.</summary>
internal sealed class FirstAccounts(Database database, IDbContextFactory<AutomatDb> contexts, AccountBook accounts, DemoColleagues demo, TimeProvider time)
{
    /// <summary>The first admin's name.</summary>
    public const string Admin = "admin";

    /// <summary>Makes the accounts of the demo's colleagues that are not there yet. Where there is no demo any more, they end with their sessions.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // In SQL, because the start waits for it: EF Core would first have to be woken.
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        if (demo.All.Count == 0)
        {
            // Every other account has had a link, and since then a link or a password.
            command.CommandText = "DELETE FROM accounts WHERE password IS NULL AND link_key IS NULL AND closed_at IS NULL";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return;
        }

        command.CommandText = """
            INSERT INTO accounts (name, agent, role, language, stamp, failures, created_at) VALUES (@name, @agent, @role, @language, @stamp, 0, @now)
            ON CONFLICT (name) DO NOTHING
            """;
        foreach (var each in demo.All)
        {
            command.Parameters.Clear();
            command.AddParameter("@name", each.Account);
            command.AddParameter("@agent", each.Agent);
            command.AddParameter("@role", $"{each.Role}");
            command.AddParameter("@language", each.Language);
            command.AddParameter("@stamp", SignInLinks.NewStamp());
            command.AddInstant("@now", time.GetUtcNow());
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Where no admin can sign in, makes one.</summary>
    /// <returns>The random part of the link, for the machine's operator alone; null when there is an admin already.</returns>
    public async Task<string?> EnsureAdminAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (demo.All.Count > 0 || await db.Accounts.AnyAsync(
            row => row.Role == nameof(AccountRole.Admin) && row.ClosedAt == null && (row.Password != null || row.LinkUntil > now), cancellationToken))
        {
            return null;
        }

        var added = await accounts.AddAsync(AuditBook.Command, new Colleague(Admin, Agent: null, AccountRole.Admin, "cs"), cancellationToken);
        return added.Change == AccountChange.Taken ? (await accounts.ResetAsync(AuditBook.Command, Admin, cancellationToken)).Token : added.Token;
    }
}
