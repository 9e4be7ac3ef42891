using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// The settings of the shop once they have been checked: what the rest of the host reads. Only the opening hours and closures may change while it
/// runs, because an admin changes them on a page; whoever needs them asks for the profile anew.
/// </summary>
internal sealed class ShopSettings
{
    private readonly FrozenSet<string> _withheld;
    private readonly OpeningHours _usual;
    private volatile ShopProfile _profile;
    private volatile FrozenSet<DateOnly> _closures;

    /// <summary>Takes over options that have no problems.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="identification">How callers prove an order.</param>
    /// <param name="agents">The people who answer.</param>
    /// <param name="tasks">What can be done by phone; null for the defaults.</param>
    /// <param name="mailStandsIn">A stand-in takes e-mails where no server is set.</param>
    /// <param name="waitLimit">How long callers wait for a person; null for the default.</param>
    public ShopSettings(
        ShopOptions shop, IdentificationOptions identification, IReadOnlyList<AgentOptions> agents, TaskOptions? tasks = null, bool mailStandsIn = false,
        TimeSpan? waitLimit = null)
    {
        Agents = [.. agents.Count == 0 && shop.IsMadeUp ? AgentOptions.Demo : agents];
        Tasks = (tasks ?? TaskOptions.Default).For(shop);
        HasMail = mailStandsIn || Tasks.Mail.IsSet;
        CodesPerDay = identification.CodesPerDay;
        Identification = identification;
        DispatchWithin = shop.DispatchWithin;
        _usual = UsualOf(shop);
        AsSet = new WeekText(shop.OpeningHours, shop.Closures);
        _closures = ClosuresOf(AsSet);
        var plain = ToProfile(shop, identification, Tasks);
        var profile = plain with
        {
            AgentLanguages = [.. Agents.SelectMany(agent => agent.SpokenLanguages).Distinct(StringComparer.Ordinal)],
            WaitLimit = waitLimit ?? plain.WaitLimit,
        };
        _profile = profile;
        Source = shop.Source;
        _withheld = shop.Forwarders.Concat(Agents.Select(agent => agent.Number)).Append(profile.Line)
            .Select(number => PhoneNumber.Parse(number)?.Value).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What conversations need to know of the shop.</summary>
    public ShopProfile Profile => _profile;

    /// <summary>Opening hours and closures as the settings have them.</summary>
    public WeekText AsSet { get; }

    /// <summary>Where orders come from.</summary>
    public ShopSource Source { get; }

    /// <summary>What can be done by phone, and how.</summary>
    public TaskOptions Tasks { get; }

    /// <summary>E-mails can be sent.</summary>
    public bool HasMail { get; }

    /// <summary>One-time codes that the whole shop may send in a day.</summary>
    public int CodesPerDay { get; }

    /// <summary>How callers prove an order.</summary>
    public IdentificationOptions Identification { get; }

    /// <summary>Working days until an order must have left.</summary>
    public int DispatchWithin { get; }

    /// <summary>Days until money that is owed must have been sent: the law's fourteen (Civil Code, section 1832).</summary>
    public int RefundWithin { get; } = 14;

    /// <summary>The people who answer, in the order of the settings.</summary>
    public ImmutableArray<AgentOptions> Agents { get; }

    /// <summary>
    /// The number that a call may be recognised by: null when it is withheld, or is the shop's own line, an agent or a forwarder, because
    /// then it says nothing about who calls.
    /// </summary>
    public PhoneNumber? Known(PhoneNumber? from) => from is { } number && !_withheld.Contains(number.Value) ? number : null;

    /// <summary>The shop's day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Profile.TimeZone).DateTime);

    /// <summary>The last minute of a day of the shop: until then something is owed that is due on it.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var end = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(end, Profile.TimeZone.GetUtcOffset(end));
    }

    /// <summary>The hours of a week with the usual ones written out where nothing is listed.</summary>
    public WeekText InFull(WeekText week) => week.Hours.Count > 0 ? week : week with { Hours = OpeningHoursText.Write(_usual) };

    /// <summary>From now on the shop is open like this.</summary>
    /// <param name="week">Hours and closures without problems.</param>
    public void Open(WeekText week)
    {
        _closures = ClosuresOf(week);
        _profile = _profile with { Hours = OpeningHoursText.Parse(week.Hours, week.Closures, _usual) };
    }

    private static OpeningHours UsualOf(ShopOptions shop) => shop.IsMadeUp ? OpeningHours.Always : OpeningHoursText.Office;

    private static FrozenSet<DateOnly> ClosuresOf(WeekText week)
        => week.Closures.Select(day => DateOnly.ParseExact(day, WeekText.DayForm, CultureInfo.InvariantCulture)).ToFrozenSet();

    /// <summary>The n-th working day after a day, the shop's closures left out.</summary>
    public DateOnly WorkingDay(DateOnly day, int n) => WorkingDays.Add(day, n, _closures.Contains);

    /// <summary>What conversations need to know of the shop.</summary>
    public static ShopProfile ToProfile(ShopOptions shop, IdentificationOptions identification)
        => ToProfile(shop, identification, TaskOptions.Default.For(shop));

    private static ShopProfile ToProfile(ShopOptions shop, IdentificationOptions identification, TaskOptions tasks) => new()
    {
        Actions = tasks.Actions.ToActions(),
        CourierReturn = tasks.Returns.Courier?.ToPrice(),
        PacketaReturn = tasks.Returns.Packeta?.ToPrice(),
        CashFee = shop.CashFee ?? (shop.IsMadeUp ? DemoShop.CashFee : 0m),
        Sender = string.IsNullOrWhiteSpace(tasks.Payments.Sender) ? shop.Name ?? DemoShop.Name : tasks.Payments.Sender,
        Gateway = tasks.Payments.Gateway,
        StepUp = identification.EffectiveStepUp(shop) == StepUpRule.ForeignNumber,
        HasPins = identification.Pin != PinSource.CodeOnly,
        Name = shop.Name ?? DemoShop.Name,
        Line = PhoneNumber.Parse(shop.Line ?? DemoShop.Line)?.Value ?? DemoShop.Line,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone),
        Hours = OpeningHoursText.Parse(shop.OpeningHours, shop.Closures, UsualOf(shop)),
        PinLength = identification.EffectivePinLength(shop),
        NumberLengths = shop.NumberLengths.Count > 0 ? [.. shop.NumberLengths.Distinct().Order()]
            : shop.IsDemo ? [DemoShop.NumberLength]
            : [.. Enumerable.Range(SpokenKey.MinLength, SpokenKey.MaxLength - SpokenKey.MinLength + 1)],
    };
}
