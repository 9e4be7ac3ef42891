using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Speech.Engines;
using IvrAutomat.Web.Speech.Store;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Speech;

/// <summary>The voice for the host.</summary>
internal static class SpeechRegistration
{
    private const long Megabyte = 1024 * 1024;
    private const int LargestAnswer = 16 * 1024 * 1024;
    private const string FolderName = "audio";

    /// <summary>Adds <see cref="Voice"/>, the audio store and what calls need of them.</summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services, SpeechOptions options, DatabaseOptions database)
    {
        services.AddSignals().AddSingleton(options);
        services.AddHttpClient(nameof(AzureSpeech), http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = LargestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddHttpMessageHandler(static provider => new OutsideTrace(provider.GetRequiredService<Signals>(), static _ => "azure-speech", TimeProvider.System))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(provider => new Synthesis(
            EngineOf(options, provider), TimeProvider.System, provider.GetRequiredService<ILogger<Synthesis>>()));
        services.AddSingleton<Voice>();
        services.AddSingleton<AudioNames>();
        services.AddSingleton(provider =>
        {
            var store = new AudioStore(FolderOf(options, database), options.StoreMegabytes * Megabyte, provider.GetRequiredService<ILogger<AudioStore>>());
            if (options.IsOurs)
            {
                store.Open();
            }

            return store;
        });
        services.AddSingleton<CallAudio>();
        services.AddSingleton<Renderings>();
        services.AddSingleton<Recordings>();
        services.AddSingleton(provider => new TurnAudio(
            provider.GetRequiredService<Renderings>(), provider.GetRequiredService<Recordings>(), provider.GetService<AudioNamed>(),
            provider.GetRequiredService<Signals>(), provider.GetRequiredService<ILogger<TurnAudio>>()));
        services.AddSingleton<Foresight>();
        services.AddSingleton<RenderAhead>();
        services.AddHostedService(provider => provider.GetRequiredService<RenderAhead>());
        if (options.IsOurs)
        {
            services.AddHostedService<CallSweep>();
        }

        services.AddSingleton(provider =>
        {
            var (turns, calls) = (provider.GetRequiredService<TurnAudio>(), provider.GetRequiredService<CallAudio>());
            return new VoiceDesk(provider.GetRequiredService<Renderings>().Speaks, turns.FindAsync, turns.Prepare, calls.Forget);
        });
        return services;
    }

    /// <summary>Where audio lies: beside the database is what outlives a deployment.</summary>
    public static string FolderOf(SpeechOptions options, DatabaseOptions database) => Path.GetFullPath(
        options.Folder ?? Path.Combine(Path.GetDirectoryName(database.File) ?? string.Empty, FolderName));

    private static ISpeechEngine? EngineOf(SpeechOptions options, IServiceProvider provider) => options.Engine switch
    {
        SpeechEngineKind.Azure => new AzureSpeech(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(AzureSpeech)), options, provider.GetRequiredService<AzureNow>()),
        SpeechEngineKind.EspeakNg => new EspeakNg(options),
        SpeechEngineKind.Festival => new Festival(options),
        _ => null,
    };
}
