using IvrAutomat.Web.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace IvrAutomat.Web.Accounts;

/// <summary>Registers sign-in, rights and the audit log.</summary>
internal static class AccountsRegistration
{
    private const string CookieName = "ivr-colleague";

    /// <summary>Adds them.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="demo">Who may sign in with one click.</param>
    /// <param name="isSecure">True when the pages are reached by HTTPS only.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, DemoColleagues demo, bool isSecure)
    {
        services.AddSingleton(demo);
        services.AddSingleton<AuditBook>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<FirstAccounts>();
        services.AddSingleton<IDataProtectionProvider>(provider => new KeyedProtection(provider.GetRequiredService<Secrets>()));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ivr-form";
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddAuthentication(Colleague.Scheme).AddCookie(Colleague.Scheme, options =>
        {
            options.Cookie.Name = CookieName;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.Events.OnValidatePrincipal = SessionCheck.CheckAsync;

            // An open page looks again and again by itself: that is nobody's being there.
            options.Events.OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew &= context.Request.Headers["Sec-Fetch-Mode"] is [] or ["navigate"];
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Rights.Agent, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Rights.Supervisor, policy => policy.RequireRole($"{AccountRole.Supervisor}", $"{AccountRole.Admin}"))
            .AddPolicy(Rights.Admin, policy => policy.RequireRole($"{AccountRole.Admin}"));
        return services;
    }
}
