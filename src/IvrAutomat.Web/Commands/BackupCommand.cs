using System.CommandLine;
using System.Globalization;
using IvrAutomat.Web.Doctor;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Backup;
using IvrAutomat.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Commands;

/// <summary>Backs the database up while calls run, and looks whether a backup could be put back. It prints no secret.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "The file to make or to check, as backups/monday.db. Default: a new one in Backup:Folder, named by the time.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Option<bool>("--check") { Description = "Looks whether the file could be put back, and changes nothing." };
        var command = new Command("backup", "Copies the SQLite database and its key while calls run; for PostgreSQL it says what to run.") { file, check };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(file), parsed.GetValue(check), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, string? file, bool check, CancellationToken stop)
    {
        try
        {
            // A setting that stands where the file would.
            (args, file) = file?.StartsWith('-') == true ? ([file, .. args], null) : (args, file);
            var builder = AutomatHost.Begin(args);
            var settings = AutomatSettings.Read(builder.Configuration, builder.Environment);
            if (file is null && settings.Backup.Folder is null)
            {
                return await RefuseAsync("Name the file: backup backups/monday.db. Or set Backup:Folder.");
            }

            var name = file ?? (check ? BackupAge.NewestIn(settings.Backup.Folder!)?.FullName : NewName(settings.Backup.Folder!));
            return check ? await CheckAsync(settings, name, stop)
                : settings.Database.Provider == DatabaseProvider.PostgreSql ? Explain(settings, name!)
                : await WriteAsync(settings, name!, stop);
        }
        catch (SettingsException unusable)
        {
            return await RefuseAsync(unusable.Message);
        }
    }

    private static async Task<int> WriteAsync(AutomatSettings settings, string file, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var database = new Database(settings.Database);
        var outcome = await SqliteBackup.WriteAsync(database, file, stop);
        if (outcome is not BackupOutcome.Written written)
        {
            return await RefuseAsync(((BackupOutcome.Refused)outcome).Why);
        }

        Console.WriteLine($"{file}: {written.Bytes / 1024} kB");
        Console.WriteLine(written.KeyFile is null
            ? "The key is the setting Secrets:Key and is not in the backup: keep it elsewhere."
            : $"{Path.ChangeExtension(file, ".key")}: its key. Who has both can read PINs and contacts.");
        Console.WriteLine("Not in it, and needed as well: appsettings.json, the environment, prompt files edited by hand and recordings.");
        return 0;
    }

    private static int Explain(AutomatSettings settings, string file)
    {
        var place = settings.Database.EffectiveConnectionString;
        Console.WriteLine($"""
            PostgreSQL is backed up by its own program; the password comes from ~/.pgpass or PGPASSWORD.

                {PostgresBackup.Dump(place, file)}

            Put it back into an empty database:

                {PostgresBackup.Restore(place, file)}

            Not in it, and needed as well: Secrets:Key, appsettings.json, prompt files edited by hand and recordings.
            """);
        return 0;
    }

    private static async Task<int> CheckAsync(AutomatSettings settings, string? file, CancellationToken stop)
    {
        if (file is null || !File.Exists(file))
        {
            return await RefuseAsync(file is null ? "There is no backup in Backup:Folder." : $"There is no file '{file}'.");
        }

        if (settings.Database.Provider == DatabaseProvider.PostgreSql)
        {
            return await RefuseAsync($"A dump of PostgreSQL is listed by: pg_restore --list {file}");
        }

        var copy = new DatabaseOptions { ConnectionString = $"Data Source={file};Mode=ReadOnly;Pooling=False" };
        await using var services = new ServiceCollection().AddPersistence(copy, settings.Secrets).BuildServiceProvider();
        var (database, contexts) = (services.GetRequiredService<Database>(), services.GetRequiredService<IDbContextFactory<AutomatDb>>());
        List<ICheck> checks = [new BackupCheck(database, settings.Secrets, contexts)];
        if (BackupCheck.HasKey(database, settings.Secrets))
        {
            checks.Add(new SecretsCheck(database, settings.Secrets, contexts, services.GetRequiredService<Secrets>));
        }

        var wrong = 0;
        await foreach (var finding in new Examination(checks).RunAsync(stop))
        {
            DoctorCommand.Print(finding);
            wrong += finding.Standing == Standing.Wrong ? 1 : 0;
        }

        return wrong == 0 ? 0 : 1;
    }

    private static string NewName(string folder)
        => Path.Combine(folder, $"{BackupOptions.Prefix}{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db");

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
