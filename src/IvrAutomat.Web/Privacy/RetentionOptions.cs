namespace IvrAutomat.Web.Privacy;

/// <summary>How long personal data is kept, in days, each from 1 to 3650. Section <c>Retention</c> of the settings.</summary>
internal sealed class RetentionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Retention";

    private const int Longest = 3650;

    // The general limitation period of claims: Civil Code, section 629.
    private const int ThreeYears = 1095;

    /// <summary>What calls were decided on and said, who waited and rang, what callers gave for requests; from the call's end.</summary>
    /// <value>The default is 90 days.</value>
    public int CallDays { get; set; } = 90;

    /// <summary>What was promised and sent: requests, texts and mails to customers; from the end of each.</summary>
    /// <value>The default is 1095 days: a customer may dispute a withdrawal or a complaint for three years.</value>
    public int PromiseDays { get; set; } = ThreeYears;

    /// <summary>Cases with words, notes and numbers; from their closing.</summary>
    /// <value>The default is 1095 days.</value>
    public int CaseDays { get; set; } = ThreeYears;

    /// <summary>Copies of orders with their contacts; from their last change. The shop's own system keeps its orders as it must.</summary>
    /// <value>The default is 1095 days.</value>
    public int OrderDays { get; set; } = ThreeYears;

    /// <summary>Who of the shop's people looked at and did what; from each act.</summary>
    /// <value>The default is 1095 days.</value>
    public int AuditDays { get; set; } = ThreeYears;

    /// <summary>The days of a term.</summary>
    public int DaysOf(RetentionTerm term) => term switch
    {
        RetentionTerm.Call => CallDays,
        RetentionTerm.Promise => PromiseDays,
        RetentionTerm.Case => CaseDays,
        RetentionTerm.Order => OrderDays,
        RetentionTerm.Audit => AuditDays,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Not a term of retention."),
    };

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate() =>
        from term in Enum.GetValues<RetentionTerm>()
        let days = DaysOf(term)
        where days is < 1 or > Longest
        select $"{Section}:{term}Days is {days}. Use 1 to {Longest} days.";
}

/// <summary>The terms after which personal data is erased.</summary>
internal enum RetentionTerm
{
    /// <summary>See <see cref="RetentionOptions.CallDays"/>.</summary>
    Call,

    /// <summary>See <see cref="RetentionOptions.PromiseDays"/>.</summary>
    Promise,

    /// <summary>See <see cref="RetentionOptions.CaseDays"/>.</summary>
    Case,

    /// <summary>See <see cref="RetentionOptions.OrderDays"/>.</summary>
    Order,

    /// <summary>See <see cref="RetentionOptions.AuditDays"/>.</summary>
    Audit,
}
