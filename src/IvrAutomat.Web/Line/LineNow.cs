using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;

namespace IvrAutomat.Web.Line;

/// <summary>
/// What admins have changed about the line and the shop, as it stands in the database: the announcement, opening hours and closures, meanings of
/// statuses. Every instance looks twice a second, and at once after a change of its own, so that no call has to read it.
/// </summary>
internal sealed partial class LineNow(Database database, ShopSettings settings, StatusFile statuses, ILogger<LineNow> log) : BackgroundService
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
        var (announcement, changed) = await ReadAsync(cancellationToken);
        _announced = announcement is null ? null : AnnouncementState.Of(announcement);
        lock (_taking)
        {
            Take(Hours, changed, value => settings.Open(value is null ? settings.AsSet : JsonSerializer.Deserialize<WeekText>(value)!));
            Take(Statuses, changed, value => statuses.Use(value is null ? null : StatusMeanings.Read(value)));
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

    // In SQL, because the start waits for it: EF Core would first have to be woken.
    private async Task<(AnnouncementRow? Announcement, Dictionary<string, string> Changed)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT texts, from_at, until_at, changed_at, changed_by FROM announcements WHERE id = @id; SELECT name, value FROM shop_overrides";
        command.AddParameter("@id", AnnouncementRow.Only);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var announcement = await reader.ReadAsync(cancellationToken)
            ? new AnnouncementRow
            {
                Id = AnnouncementRow.Only,
                Texts = reader.GetString(0),
                FromAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                UntilAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                ChangedBy = reader.GetString(4),
            }
            : null;
        await reader.NextResultAsync(cancellationToken);
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            changed[reader.GetString(0)] = reader.GetString(1);
        }

        return (announcement, changed);
    }

    private void Take(string name, Dictionary<string, string> changed, Action<string?> apply)
    {
        var value = changed.GetValueOrDefault(name);
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
