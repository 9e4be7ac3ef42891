using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts.Editing;
using IvrAutomat.Web.Prompts.Spelling;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IvrAutomat.Web.Prompts;

/// <summary>Prompt files and their reload for the host.</summary>
internal static class PromptServices
{
    /// <summary>
    /// Adds <see cref="PromptLibrary"/>. The languages (the first is the one that must be complete) and the contracts of the dialogue
    /// are those registered as <see cref="SpokenLanguage"/> and <see cref="PromptContract"/>.
    /// </summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services)
    {
        services.AddOptions<PromptOptions>().BindConfiguration(PromptOptions.Section)
            .Validate(
                options => !string.IsNullOrWhiteSpace(options.Folder),
                "Prompts:Folder is empty. Remove it, or name the folder of the prompt files.");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PromptFiles(
            provider.GetRequiredService<IOptions<PromptOptions>>().Value
                .Locate(provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            provider.GetServices<SpokenLanguage>(),
            provider.GetServices<PromptContract>()));
        services.AddSingleton<PromptLibrary>();
        services.AddSingleton<PromptEditor>();
        services.AddSingleton<SpellingLint>();
        services.AddHostedService<PromptReload>();
        return services;
    }
}
