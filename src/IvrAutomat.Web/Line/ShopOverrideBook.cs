using System.Text.Json;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Line;

/// <summary>
/// Changes opening hours, closures and meanings of statuses while the house runs. The settings and the file stay what they are: they hold again
/// when the change is taken back.
/// </summary>
internal sealed class ShopOverrideBook(IDbContextFactory<AutomatDb> contexts, ShopSettings settings, LineNow now, AuditBook audit, TimeProvider time)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Who changed a part last, and when; null while the settings hold.</summary>
    public async Task<ShopOverrideRow?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ShopOverrides.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
    }

    /// <summary>The hours and closures that hold.</summary>
    public async Task<WeekText> WeekAsync(CancellationToken cancellationToken)
        => settings.InFull(await ReadAsync(LineNow.Hours, cancellationToken) is { } row ? JsonSerializer.Deserialize<WeekText>(row.Value)! : settings.AsSet);

    /// <summary>Changes hours and closures.</summary>
    /// <returns>What cannot be read; nothing has changed then. Empty: it holds.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync(string by, WeekText week, CancellationToken cancellationToken)
    {
        var wrong = week.Unreadable();
        if (wrong.Count == 0)
        {
            await WriteAsync(by, LineNow.Hours, JsonSerializer.Serialize(week, Plain), LineActs.HoursChanged, cancellationToken);
        }

        return wrong;
    }

    /// <summary>Changes the meanings of the shop's own statuses.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="meanings">The word for the meaning by the status's name or number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong; nothing has changed then. Empty: it holds.</returns>
    public async Task<IReadOnlyList<MeaningProblem>> MeanAsync(string by, IEnumerable<(string Name, string Meaning)> meanings, CancellationToken cancellationToken)
    {
        // A JSON text is YAML too, with all quoting done.
        var text = string.Join('\n', meanings.Select(each => $"{JsonSerializer.Serialize(each.Name, Plain)}: {JsonSerializer.Serialize(each.Meaning, Plain)}"));
        var problems = StatusMeanings.Read(text).Problems;
        if (problems.Count == 0)
        {
            await WriteAsync(by, LineNow.Statuses, text, LineActs.StatusesChanged, cancellationToken);
        }

        return problems;
    }

    /// <summary>Lets the settings hold again.</summary>
    public Task TakeBackAsync(string by, string name, CancellationToken cancellationToken)
        => WriteAsync(by, name, value: null, name == LineNow.Hours ? LineActs.HoursChanged : LineActs.StatusesChanged, cancellationToken);

    private static string Words(string name, string? value) => value is null ? "settings"
        : name == LineNow.Hours ? JsonSerializer.Deserialize<WeekText>(value)!.ToString()
        : value.ReplaceLineEndings(", ");

    private async Task WriteAsync(string by, string name, string? value, string act, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var row = await db.ShopOverrides.SingleOrDefaultAsync(each => each.Name == name, cancellationToken);
            var note = $"{Words(name, row?.Value)} > {Words(name, value)}";
            if (value is null)
            {
                db.ShopOverrides.RemoveRange(row is null ? [] : [row]);
            }
            else
            {
                row ??= db.ShopOverrides.Add(new ShopOverrideRow { Name = name, Value = value, ChangedBy = by }).Entity;
                (row.Value, row.ChangedAt, row.ChangedBy) = (value, time.GetUtcNow(), by);
            }

            audit.Stage(db, by, act, new(Note: note));
            db.Feed.Add(new FeedRow { At = time.GetUtcNow(), Kind = FeedKinds.Line });
            await db.SaveChangesAsync(cancellationToken);
        }

        await now.RefreshAsync(cancellationToken);
    }
}
