using System.CommandLine;
using System.Globalization;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Commands;

/// <summary>What every caller hears after the greeting for a while, from the machine itself.</summary>
internal static class AnnouncementCommand
{
    private const string Form = "yyyy-MM-dd HH:mm";

    public static Command Create() => new("announcement", "What every caller hears after the greeting for a while.") { Set(), Off(), Show() };

    private static Command Set()
    {
        var texts = Languages.All.Select(language => new Option<string?>($"--{language.Tag}") { Description = $"The words in the language {language.Tag}." }).ToArray();
        var from = new Option<string?>("--from") { Description = "From when, in the shop's time, as \"2026-12-24 08:00\". Left out: from now." };
        var until = new Option<string>("--until") { Description = "Until when, in the shop's time.", Required = true };
        var set = new Command("set", "Announces something instead of what was announced before.") { from, until };
        set.TreatUnmatchedTokensAsErrors = false;
        foreach (var text in texts)
        {
            set.Add(text);
        }

        set.SetAction((parsed, stop) => RunAsync(
            parsed.UnmatchedTokens,
            async services =>
            {
                var begin = parsed.GetValue(from) is { } written ? At(written, services) : services.GetRequiredService<TimeProvider>().GetUtcNow();
                if (begin is not { } start || At(parsed.GetValue(until)!, services) is not { } end)
                {
                    await Console.Error.WriteLineAsync("A time cannot be read. Write it as \"2026-12-24 08:00\", in the shop's time.");
                    return 1;
                }

                var words = texts.ToDictionary(text => text.Name.TrimStart('-'), text => parsed.GetValue(text) ?? string.Empty, StringComparer.Ordinal);
                var problems = await services.GetRequiredService<AnnouncementBook>().SetAsync(AuditBook.Command, words, start, end, stop);
                foreach (var problem in problems)
                {
                    await Console.Error.WriteLineAsync($"{problem.Key} {problem.Message} {problem.Remedy}".Trim());
                }

                return problems.Count > 0 ? 1 : await TellAsync(services, stop);
            },
            stop));
        return set;
    }

    private static Command Off()
    {
        var off = new Command("off", "Announces nothing any more.") { TreatUnmatchedTokensAsErrors = false };
        off.SetAction((parsed, stop) => RunAsync(
            parsed.UnmatchedTokens,
            async services =>
            {
                await services.GetRequiredService<AnnouncementBook>().OffAsync(AuditBook.Command, stop);
                return await TellAsync(services, stop);
            },
            stop));
        return off;
    }

    private static Command Show()
    {
        var show = new Command("show", "Says what is announced.") { TreatUnmatchedTokensAsErrors = false };
        show.SetAction((parsed, stop) => RunAsync(parsed.UnmatchedTokens, services => TellAsync(services, stop), stop));
        return show;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> args, Func<IServiceProvider, Task<int>> run, CancellationToken stop)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin([.. args]));
            await AutomatHost.OpenAsync(app, stop);
            return await run(app.Services);
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }

    private static async Task<int> TellAsync(IServiceProvider services, CancellationToken stop)
    {
        var state = await services.GetRequiredService<AnnouncementBook>().ReadAsync(stop);
        if (state is null || !state.IsOn(services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            Console.WriteLine("Nothing is announced.");
            return 0;
        }

        Console.WriteLine($"Announced from {Local(state.From, services)} until {Local(state.Until, services)}, by {state.ChangedBy}:");
        foreach (var text in state.Texts)
        {
            Console.WriteLine($"  {text.Key}: {text.Value}");
        }

        return 0;
    }

    private static string Local(DateTimeOffset at, IServiceProvider services)
        => TimeZoneInfo.ConvertTime(at, services.GetRequiredService<ShopSettings>().Profile.TimeZone).ToString(Form, CultureInfo.InvariantCulture);

    private static DateTimeOffset? At(string text, IServiceProvider services)
        => DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, services.GetRequiredService<ShopSettings>().Profile.TimeZone.GetUtcOffset(local))
            : null;
}
