namespace IvrAutomat.Web.Shop;

/// <summary>The settings of the tasks that callers can have done.</summary>
/// <param name="Actions">Who does which.</param>
/// <param name="Returns">How goods come back.</param>
/// <param name="Payments">How orders are paid.</param>
/// <param name="Mail">How e-mail is sent.</param>
internal sealed record TaskOptions(ActionOptions Actions, ReturnOptions Returns, PaymentOptions Payments, MailOptions Mail)
{
    /// <summary>Nothing is set.</summary>
    public static TaskOptions Default => new(new ActionOptions(), new ReturnOptions(), new PaymentOptions(), new MailOptions());

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate(bool isDemo)
        => Actions.Validate().Concat(Returns.Validate(isDemo)).Concat(Payments.Validate(isDemo)).Concat(Mail.Validate());

    /// <summary>The settings in force.</summary>
    public TaskOptions For(ShopOptions shop) => shop.IsMadeUp ? this with { Returns = Returns.OrDemo(), Payments = Payments.OrDemo() } : this;
}
