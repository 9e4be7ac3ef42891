namespace IvrAutomat.Web.Replay;

/// <summary>Telling past calls again.</summary>
internal static class ReplayRegistration
{
    /// <summary>Adds what it needs.</summary>
    public static IServiceCollection AddReplay(this IServiceCollection services)
        => services.AddSingleton<JournalReader>().AddSingleton<Retelling>();
}
