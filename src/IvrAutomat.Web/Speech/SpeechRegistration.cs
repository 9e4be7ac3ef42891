using IvrAutomat.Web.Speech.Engines;

namespace IvrAutomat.Web.Speech;

/// <summary>The voice for the host.</summary>
internal static class SpeechRegistration
{
    /// <summary>Adds <see cref="Voice"/> and what it is made of.</summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services, SpeechOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => new Synthesis(
            EngineOf(options, provider), TimeProvider.System, provider.GetRequiredService<ILogger<Synthesis>>()));
        services.AddSingleton<Voice>();
        return services;
    }

    private static ISpeechEngine? EngineOf(SpeechOptions options, IServiceProvider provider) => options.Engine switch
    {
        SpeechEngineKind.EspeakNg => new EspeakNg(options),
        SpeechEngineKind.Festival => new Festival(options),
        _ => null,
    };
}
