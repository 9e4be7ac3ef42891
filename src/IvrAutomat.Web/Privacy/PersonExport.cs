using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Replay;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Privacy;

/// <summary>Everything kept about a phone number, as JSON that its owner can read: GDPR, articles 15 and 20.</summary>
internal sealed class PersonExport(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts, Retelling retelling, MessageText write, ShopSettings settings, AuditBook audit,
    TimeProvider time)
{
    private const string NotesAreJudged = "Poznámka kolegy; stojí na stránce případu a vydává ji člověk, protože může mluvit i o jiných lidech.";

    private static readonly JsonSerializerOptions Readable = new(StoredJson.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it and notes who asked for it.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="by">The account that exports.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string> WriteAsync(PhoneNumber phone, string by, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PersonRecords.FindAsync(db, secrets, phone, cancellationToken);
        var calls = new List<object>();
        foreach (var call in found.Calls.OrderBy(row => row.StartedAt))
        {
            calls.Add(await CallAsync(call, found, cancellationToken));
        }

        await audit.NoteAsync(by, PrivacyActs.Exported, new(Note: $"{found.Calls.Count}, {found.Orders.Count}"), cancellationToken);
        return JsonSerializer.Serialize(
            new
            {
                phone = phone.Value,
                writtenAt = time.GetUtcNow(),
                caller = found.Caller is { } caller ? new { caller.LastCallAt, caller.Language, caller.Slow } : null,
                orders = found.Orders.Select(Order),
                calls,
                cases = found.Cases.OrderBy(row => row.CreatedAt).Select(row => Case(row, found)),
                messages = found.Messages.OrderBy(row => row.CreatedAt).Select(Message),
                promises = found.Requests.OrderBy(row => row.CreatedAt).Select(row => new { at = row.CreatedAt, what = CaseWords.OfRequest(row), held = Held(row) }),
                codes = found.Codes.OrderBy(row => row.CreatedAt).Select(row => new { at = row.CreatedAt, validUntil = row.ExpiresAt, usedAt = row.UsedAt }),
            },
            Readable);
    }

    private object Order(OrderRow row)
    {
        var contact = contacts.ReadWhole(row.Contact);
        return new
        {
            row.Number,
            row.ChangedAt,
            contact = new { contact.Phone, contact.Email, contact.Name, contact.Address },
            order = JsonNode.Parse(row.Data),
        };
    }

    private async Task<object> CallAsync(CallRow row, PersonRecords found, CancellationToken cancellationToken)
    {
        var told = await retelling.OfAsync(row.Id, static name => $"[{name}]", cancellationToken);
        return new
        {
            id = row.Id,
            row.StartedAt,
            row.EndedAt,
            row.Language,
            steps = told?.Steps.Select(step => new
            {
                at = step.At,
                came = step.Input is { } input ? RetoldText.Of(input) : null,
                heard = step.Said.Select(said => said.Text),
            }),
            mark = found.Ratings.Find(rating => rating.CallId == row.Id)?.Mark,
            notUnderstood = found.Unheard.Where(each => each.CallId == row.Id).Select(each => each.Words),
        };
    }

    private object Case(CaseRow row, PersonRecords found) => new
    {
        row.Number,
        what = CaseWords.OfKind(row.Kind),
        why = CaseWords.OfReason(row.Reason),
        row.CreatedAt,
        row.DueAt,
        row.ClosedAt,
        row.Owner,
        callBack = HeldPhone.Read(secrets, row.Contact)?.Value,
        callbackFrom = row.CallbackFrom,
        callbackUntil = row.CallbackUntil,
        details = CaseDetails.Read(secrets, row.Details).Select(detail => new { detail.At, what = CaseWords.OfDetail(detail) }),
        course = found.CaseEvents.Where(each => each.CaseId == row.Id).OrderBy(each => each.Id).Select(each => CaseHistory.Read(secrets, each))
            .Select(each => new { each.At, each.Who, each.Act, each.About, words = each.Note is not null ? NotesAreJudged : each.Written?.Value }),
    };

    private object Message(MessageRow row)
    {
        var body = row.Body is { } kept && row.Channel != CaseMailQueue.Channel ? MessageBody.Read(secrets, kept) : null;
        return new
        {
            at = row.CreatedAt,
            row.Channel,
            state = CaseWords.OfMessage(row),
            to = row.Contact is { } contact ? secrets.UnprotectText(SecretLabel.Contact, contact) : null,
            text = body?.Text?.Value ?? (body?.Utterance is { } letter ? write(body.Language, letter, settings.DayOf(row.CreatedAt)).Value : null),
        };
    }

    private object? Held(RequestRow row) => HeldDetails.Read(secrets, row.Held) is var held && held == HeldDetails.None
        ? null
        : new { held.Phone, held.Caller, held.Contact, held.Company, held.Said };
}

/// <summary>What this room writes into the audit log.</summary>
internal static class PrivacyActs
{
    /// <summary>Everything about a phone number was read out; the note counts calls and orders.</summary>
    public const string Exported = "privacy.exported";

    /// <summary>What may be erased about a phone number was erased; the note counts what was and what was kept.</summary>
    public const string Erased = "privacy.erased";
}
