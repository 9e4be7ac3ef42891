using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Line;

/// <summary>
/// What admins have changed about the line and the shop, as it stands in the database: the announcement, opening hours and closures, meanings of
/// statuses. Every instance looks twice a second, and at once after a change of its own, so that no call has to read it.
/// </summary>
internal sealed partial class LineNow(IDbContextFactory<AutomatDb> contexts, ShopSettings settings, StatusFile statuses, ILogger<LineNow> log) : BackgroundService
{
    /// <summary>The row of <see cref="ShopOverrideRow"/> with hours and closures.</summary>
    public const string Hours = "hours";

    /// <summary>The row with the meanings of statuses.</summary>
    public const string Statuses = "statuses";

    // Changes come in the machine's time, whatever time conversations live by.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private volatile AnnouncementState? _announced;
    private readonly Lock _taking = new();
    private readonly Dictionary<string, string> _taken = [];

    /// <summary>What is announced at an instant.</summary>
    public ValueList<AnnouncedText> Announced(DateTimeOffset at) => _announced?.At(at) ?? [];

    /// <summary>Looks now.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var announcement = await db.Announcements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == AnnouncementRow.Only, cancellationToken);
        _announced = announcement is null ? null : AnnouncementState.Of(announcement);
        var rows = await db.ShopOverrides.AsNoTracking().ToListAsync(cancellationToken);
        lock (_taking)
        {
            Take(Hours, rows, value => settings.Open(value is null ? settings.AsSet : JsonSerializer.Deserialize<WeekText>(value)!));
            Take(Statuses, rows, value => statuses.Use(value is null ? null : StatusMeanings.Read(value)));
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be gone for a while; what was read last holds meanwhile.
                LogBlind(fault);
            }
        }
    }

    private void Take(string name, List<ShopOverrideRow> rows, Action<string?> apply)
    {
        var value = rows.Find(each => each.Name == name)?.Value;
        if (value == _taken.GetValueOrDefault(name))
        {
            return;
        }

        apply(value);
        if (value is null)
        {
            _taken.Remove(name);
        }
        else
        {
            _taken[name] = value;
        }
    }

    [LoggerMessage(3120, LogLevel.Warning, "Changes of announcement, hours and statuses cannot be read; the last ones hold")]
    private partial void LogBlind(Exception fault);
}
