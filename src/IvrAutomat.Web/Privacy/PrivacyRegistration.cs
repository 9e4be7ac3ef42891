namespace IvrAutomat.Web.Privacy;

/// <summary>Keeping personal data no longer than needed, and giving it out or erasing it on request.</summary>
internal static class PrivacyRegistration
{
    /// <summary>Adds what it needs.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, RetentionOptions options)
        => services.AddSingleton(options).AddSingleton<Eraser>().AddSingleton<PersonExport>().AddSingleton<PersonErasure>().AddHostedService<RetentionWorker>();
}
