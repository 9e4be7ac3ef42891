using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IvrAutomat.Web.Persistence;

/// <summary>Registers the database and the secrets.</summary>
internal static class PersistenceRegistration
{
    /// <summary>Adds the database, EF Core over it, and the key. The options have been validated.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseOptions database, SecretsOptions secrets)
    {
        services.AddSingleton(_ => new Database(database));
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<JointCommits>();
        services.AddSingleton<HouseMarks>();
        services.AddSingleton<WriteProbe>();
        services.AddSingleton(provider => new Secrets(SecretKeyFile.Take(secrets, provider.GetRequiredService<Database>())));
        services.AddSingleton<DatabaseStart>();
        services.AddPooledDbContextFactory<AutomatDb>((provider, options) => Configure(options, provider.GetRequiredService<Database>()));
        return services;
    }

    /// <summary>Points EF Core to the database.</summary>
    internal static void Configure(DbContextOptionsBuilder options, Database database)
    {
        // Migrations are written by hand and there is no snapshot to compare the model with; a test compares the schemas themselves.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)

            // What fails is thrown, and whoever catches it says whether it is an error. Two instances that want the same row are none: the index decides.
            .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
        if (database.Postgres is { } postgres)
        {
            options.UseNpgsql(postgres);
        }
        else
        {
            options.UseSqlite(database.ConnectionString).AddInterceptors(new SqlitePragmas(database));
        }
    }
}
