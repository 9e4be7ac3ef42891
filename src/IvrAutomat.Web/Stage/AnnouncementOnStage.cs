using System.Globalization;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Stage;

/// <summary>Announces for a script what it says is announced, and nothing for one that says nothing.</summary>
internal sealed class AnnouncementOnStage(AnnouncementBook book, ShopSettings settings, TimeProvider time)
{
    private const string Form = "yyyy-MM-dd HH:mm";

    /// <summary>Prepares it.</summary>
    /// <returns>What cannot be announced, a sentence each.</returns>
    public async Task<IReadOnlyList<string>> SetAsync(IReadOnlyDictionary<string, string> announcement, CancellationToken ct)
    {
        if (announcement.Count == 0)
        {
            await book.OffAsync(AuditBook.Command, ct);
            return [];
        }

        var from = At(announcement, "from") ?? time.GetUtcNow();
        if (At(announcement, "until") is not { } until)
        {
            return ["An announcement needs until, as 2026-11-23 18:00."];
        }

        var texts = announcement.Where(part => part.Key is not ("from" or "until")).ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal);
        return [.. (await book.SetAsync(AuditBook.Command, texts, from, until, ct)).Select(problem => $"{problem.Message} {problem.Remedy}")];
    }

    private DateTimeOffset? At(IReadOnlyDictionary<string, string> announcement, string name)
        => announcement.TryGetValue(name, out var text) && DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, settings.Profile.TimeZone.GetUtcOffset(local))
            : null;
}
