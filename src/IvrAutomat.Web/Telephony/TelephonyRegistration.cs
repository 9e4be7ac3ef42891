using System.Collections.Immutable;
using IvrAutomat.Web.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IvrAutomat.Web.Telephony;

/// <summary>Puts the carrier's two directions together: webhooks in, REST calls out.</summary>
internal static class TelephonyRegistration
{
    private static readonly string[] AnyAddress = ["[::]", "0.0.0.0", "+", "*"];

    /// <summary>Registers <see cref="PublicAddress"/>, <see cref="WebhookReader"/> and <see cref="TwilioClient"/>.</summary>
    /// <param name="services">Needs a <see cref="TimeProvider"/> and logging.</param>
    /// <param name="options">Section <c>Twilio</c>, already validated.</param>
    /// <param name="publicUrl">Setting <c>PublicUrl</c>; without it the first address listened on, known after the start.</param>
    /// <param name="simulator">
    /// The simulator's account when it is on, and where it takes REST calls below the address listened on. It never shares a token with the
    /// real account; REST calls go to it only when there is no real one.
    /// </param>
    public static IServiceCollection AddTelephony(
        this IServiceCollection services, TwilioOptions options, string? publicUrl, (TwilioAccount Account, string ApiPath, string Sender)? simulator = null)
    {
        services.AddSingleton(provider => AddressOf(publicUrl ?? ListeningUrl(provider)));
        services.AddSingleton(provider =>
            new SignatureValidator(provider.GetRequiredService<PublicAddress>(), Accounts(options, simulator?.Account)));
        services.AddSingleton<WebhookReader>();
        services.AddSignals();
        services.AddHttpClient<TwilioApi>(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null })
            .AddHttpMessageHandler(static provider => new OutsideTrace(provider.GetRequiredService<Signals>(), static _ => "carrier", provider.GetRequiredService<TimeProvider>()))

            // The framework's request log shows URLs, and lists are asked by telephone number.
            .RemoveAllLoggers();
        services.AddSingleton(provider => simulator is { } stand && string.IsNullOrEmpty(options.AccountSid)
            ? new TwilioOptions
            {
                AccountSid = stand.Account.AccountSid,
                AuthToken = stand.Account.AuthTokens[0],
                ApiUrl = ListeningUrl(provider).TrimEnd('/') + stand.ApiPath,
                From = stand.Sender,
                Voice = options.Voice,
            }
            : options);
        services.AddTransient<TwilioClient>();
        services.AddTransient<TwilioCalls>();
        return services;
    }

    private static ImmutableArray<TwilioAccount> Accounts(TwilioOptions options, TwilioAccount? simulator)
    {
        var accounts = ImmutableArray.CreateBuilder<TwilioAccount>(2);
        if (options.AccountSid is { Length: > 0 } own && options.SigningTokens() is { Length: > 0 } tokens)
        {
            accounts.Add(new(own, tokens));
        }

        if (simulator is not null)
        {
            accounts.Add(simulator);
        }

        return accounts.ToImmutable();
    }

    private static PublicAddress AddressOf(string url) => PublicAddress.TryParse(url, out var address)
        ? address
        : throw new InvalidOperationException("PublicUrl must be an absolute http or https URL without user, query and fragment.");

    /// <summary>The first address listened on, as somebody else on this machine reaches it.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public static string ListeningUrl(IServiceProvider provider)
    {
        var url = provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("PublicUrl is not set and the server listens on no address yet.");

        // Before the server is bound it only repeats what it was asked for; kept, that address would refuse every webhook.
        if (url.EndsWith(":0", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("PublicUrl is not set and the server has not chosen its port yet.");
        }

        // "Any address" is nothing that anybody could call.
        return AnyAddress.Aggregate(url, static (reachable, any) => reachable.Replace("://" + any, "://localhost"));
    }
}
