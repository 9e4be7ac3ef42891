using System.Globalization;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Helpdesk;

/// <summary>
/// Puts a case into the words of the people who do it: what the customer wants, how to reach them, what has been done already, how the call
/// went. An answer quotes it to the customer, so it holds nothing that the customer must not see.
/// </summary>
internal sealed class CaseReport(IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts, ShopSettings settings)
{
    private const string Clock = "HH:mm";
    private const string DayAndClock = "d. M. yyyy HH:mm";
    private const int LongestCourse = 60;

    /// <summary>Writes it as things stand.</summary>
    /// <param name="row">The case.</param>
    /// <param name="first">The identifier of the first e-mail about it; null when this is it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CaseHeading> WriteAsync(CaseRow row, string? first, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(each => each.Id == row.OrderId, cancellationToken);
        var contact = contacts.Read(order?.Contact);
        var phone = HeldPhone.Read(secrets, row.Contact)?.Value ?? contact.Phone;
        var about = order is null ? "bez ověřené objednávky" : $"objednávka {order.Number}";
        var kind = CaseWords.OfKind(row.Kind);
        var subject = $"[Automat] {(order is null ? "Bez objednávky" : $"Objednávka {order.Number}")} – {kind} – do {At(row.DueAt, "d. M. HH:mm")}";
        string[] lines =
        [
            $"Případ {row.Number} · {kind} · {about} · do {At(row.DueAt, DayAndClock)} · odpovídá: {row.Owner}",
            string.Empty,
            "CO CHCE ZÁKAZNÍK",
            .. Wanted(row),
            string.Empty,
            "KONTAKT",
            .. Reached(row, contact, phone),
            string.Empty,
            "CO UŽ AUTOMAT UDĚLAL",
            .. await DoneAsync(db, row, cancellationToken),
            string.Empty,
            "PRŮBĚH HOVORU",
            .. await CourseAsync(db, row, cancellationToken),
        ];
        return new CaseHeading(
            contact.Email is null && phone is not null ? $"{subject} – {phone}" : subject, contact.Email, first, InternalNote.Of(lines).Protect(secrets));
    }

    private IEnumerable<string> Wanted(CaseRow row)
    {
        yield return $"{Upper(CaseWords.OfKind(row.Kind))} ({CaseWords.OfReason(row.Reason)}).";
        if (row is { CallbackFrom: { } from, CallbackUntil: { } until })
        {
            yield return $"Domluveno: zavolat {At(from, DayAndClock)} až {At(until, Clock)}.";
        }

        foreach (var detail in CaseDetails.Read(secrets, row.Details))
        {
            yield return $"{At(detail.At, DayAndClock)} {CaseWords.OfDetail(detail)}";
        }
    }

    private static IEnumerable<string> Reached(CaseRow row, Contact contact, string? phone)
    {
        string[] known = [.. ((string?[])[contact.Name, contact.Phone, contact.Email]).OfType<string>()];
        yield return known.Length > 0 ? string.Join(", ", known) : row.OrderId is null ? "Volající se neověřil." : "U objednávky není žádný kontakt.";
        if (phone is not null && phone != contact.Phone)
        {
            yield return $"Zavolat na {phone}.";
        }
    }

    private async Task<IReadOnlyList<string>> DoneAsync(AutomatDb db, CaseRow row, CancellationToken cancellationToken)
    {
        var requests = await db.Requests.AsNoTracking()
            .Where(request => request.CallId == row.CallId && request.Id != row.Id && request.Kind != "open-case" && request.Kind != "send-code")
            .OrderBy(request => request.CreatedAt).ToListAsync(cancellationToken);
        var messages = await db.Messages.AsNoTracking()
            .Where(message => message.CallId == row.CallId && message.Channel != CaseMailQueue.Channel && message.State != MessageState.Void
                && message.PromptKey != "sms.code" && message.PromptKey != "email.code")
            .OrderBy(message => message.CreatedAt).ToListAsync(cancellationToken);
        string[] done =
        [
            .. requests.Select(request => $"{At(request.CreatedAt, DayAndClock)} {CaseWords.OfRequest(request)}"),
            .. messages.Select(message => $"{At(message.CreatedAt, DayAndClock)} {CaseWords.OfMessage(message)}"),
        ];
        return done.Length > 0 ? done : ["Zatím nic."];
    }

    private async Task<IReadOnlyList<string>> CourseAsync(AutomatDb db, CaseRow row, CancellationToken cancellationToken)
    {
        var entries = await db.Journal.AsNoTracking().Where(entry => entry.CallId == row.CallId).OrderBy(entry => entry.Step)
            .Select(entry => new { entry.At, entry.Input }).Take(LongestCourse).ToListAsync(cancellationToken);
        string[] course = [.. entries.Select(entry => (entry.At, Words: CourseWords.Of(StoredJson.Read<CallerInput>(entry.Input))))
            .Where(entry => entry.Words is not null).Select(entry => $"{At(entry.At, Clock)} {entry.Words}")];
        return course.Length > 0 ? course : ["Bez hovoru."];
    }

    private string At(DateTimeOffset instant, string format)
        => TimeZoneInfo.ConvertTime(instant, settings.Profile.TimeZone).ToString(format, CultureInfo.InvariantCulture);

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
