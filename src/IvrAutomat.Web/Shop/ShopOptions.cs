using System.Globalization;
using IvrAutomat.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>The shop whose customers call. Section <c>Shop</c> of the settings.</summary>
internal sealed class ShopOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Shop";

    /// <summary>Where orders come from.</summary>
    /// <value>The default is <see cref="ShopSource.Demo"/>.</value>
    public ShopSource Source { get; set; }

    /// <summary>The shop's name as it is spoken, in the nominative.</summary>
    /// <value>The default is "Vzorový obchod" for the demo; otherwise it is required.</value>
    public string? Name { get; set; }

    /// <summary>The number that customers call, in E.164.</summary>
    /// <value>The default is +420800123456 for the demo; otherwise it is required.</value>
    public string? Line { get; set; }

    /// <summary>The number of a person, connected when the automat itself is in trouble, in E.164.</summary>
    /// <value>No default; required in Production.</value>
    public string? HumanNumber { get; set; }

    /// <summary>The zone in which days and hours are meant.</summary>
    /// <value>The default is Europe/Prague.</value>
    public string TimeZone { get; set; } = "Europe/Prague";

    /// <summary>
    /// When people answer: a day of the week (Monday … Sunday) with its hours, as <c>08:00-16:30</c>. Days not listed are closed.
    /// </summary>
    /// <value>The default, an empty list, is around the clock for the demo and Monday to Friday 08:00-16:00 otherwise.</value>
    public Dictionary<string, string> OpeningHours { get; set; } = [];

    /// <summary>Days on which the shop is closed besides public holidays, as 2026-12-28.</summary>
    public List<string> Closures { get; set; } = [];

    /// <summary>How many digits the numbers can have that the shop gives an order; each from 4 to 20.</summary>
    /// <value>The default, an empty list, is 10 for the demo and 4 to 20 otherwise.</value>
    public List<int> NumberLengths { get; set; } = [];

    /// <summary>Working days after order or payment until an order must have left; from 0 to 60.</summary>
    /// <value>The default is 2 working days.</value>
    public int DispatchWithin { get; set; } = 2;

    /// <summary>What paying on delivery costs, in Czech crowns, part of an order's total; from 0 to 10,000.</summary>
    /// <value>The default is 39 CZK in the demo, otherwise 0.</value>
    public decimal? CashFee { get; set; }

    /// <summary>Numbers that forward calls to the line, in E.164: a call from one of them counts as withheld.</summary>
    public List<string> Forwarders { get; set; } = [];

    /// <summary>True for the demo shop.</summary>
    public bool IsDemo => Source == ShopSource.Demo;

    /// <summary>A made-up shop: the demo, or the simulator's own shop of the source. What a real one must set has defaults in it.</summary>
    public bool IsMadeUp => IsDemo || StandsIn;

    /// <summary>The simulator stands in for the system of the source, because no account is set.</summary>
    internal bool StandsIn { get; set; }

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (!Enum.IsDefined(Source))
        {
            problems.Add("Shop:Source is not known. Use Demo, Local or Upgates.");
        }

        if (!IsMadeUp && string.IsNullOrWhiteSpace(Name))
        {
            problems.Add("Shop:Name is missing. Set it to the shop's name as it is spoken.");
        }

        CheckNumber(problems, "Shop:Line", Line);
        CheckNumber(problems, "Shop:HumanNumber", HumanNumber);
        for (var at = 0; at < Forwarders.Count; at++)
        {
            CheckNumber(problems, $"Shop:Forwarders:{at}", Forwarders[at]);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            problems.Add($"Shop:TimeZone '{TimeZone}' is not known here. Use an IANA name such as Europe/Prague, and install tzdata.");
        }

        if (DispatchWithin is < 0 or > 60)
        {
            problems.Add($"Shop:DispatchWithin is {DispatchWithin}. Use 0 to 60 working days.");
        }

        if (CashFee is < 0 or > 10_000)
        {
            problems.Add($"Shop:CashFee is {CashFee}. Use 0 to 10000 CZK.");
        }

        problems.AddRange(NumberLengths.Where(length => length is < SpokenKey.MinLength or > SpokenKey.MaxLength)
            .Select(length => $"Shop:NumberLengths holds {length}. Use {SpokenKey.MinLength} to {SpokenKey.MaxLength} digits."));
        problems.AddRange(Closures
            .Where(day => !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Select(day => $"Shop:Closures holds '{day}'. Write days as 2026-12-28."));
        OpeningHoursText.Validate(OpeningHours, problems);
        return problems;
    }

    /// <summary>Adds a problem when a number is given that cannot be dialled.</summary>
    internal static void CheckNumber(List<string> problems, string setting, string? number)
    {
        if (!string.IsNullOrWhiteSpace(number) && PhoneNumber.Parse(number) is null)
        {
            problems.Add($"{setting} is not a phone number. Write it in full, as +420 and nine digits.");
        }
    }
}

/// <summary>Where orders come from.</summary>
internal enum ShopSource
{
    /// <summary>Fifteen made-up orders, so that every path can be called.</summary>
    Demo,

    /// <summary>The automat's own database.</summary>
    Local,

    /// <summary>An Upgates shop.</summary>
    Upgates,
}
