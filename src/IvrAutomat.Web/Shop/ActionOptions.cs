using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>Who does which task: the automat, a person, or nobody. Section <c>Actions</c> of the settings; all <c>Person</c> is the trial mode.</summary>
internal sealed class ActionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Actions";

    /// <summary>Cancelling, taking that back, and confirming an order paid on delivery.</summary>
    /// <value>The default is <see cref="ActionMode.Do"/>.</value>
    public ActionMode Cancel { get; set; }

    /// <summary>Payment links and changes of the way of payment.</summary>
    /// <value>The default is <see cref="ActionMode.Do"/>.</value>
    public ActionMode Payment { get; set; }

    /// <summary>Returns.</summary>
    /// <value>The default is <see cref="ActionMode.Do"/>.</value>
    public ActionMode Return { get; set; }

    /// <summary>Complaints.</summary>
    /// <value>The default is <see cref="ActionMode.Do"/>.</value>
    public ActionMode Complaint { get; set; }

    /// <summary>Invoices.</summary>
    /// <value>The default is <see cref="ActionMode.Do"/>.</value>
    public ActionMode Invoice { get; set; }

    /// <summary>Keeping a parcel longer at its pick-up point.</summary>
    /// <value>The default is <see cref="ActionMode.Do"/>.</value>
    public ActionMode Extend { get; set; }

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate()
    {
        (string Name, ActionMode Mode)[] all =
        [
            (nameof(Cancel), Cancel), (nameof(Payment), Payment), (nameof(Return), Return), (nameof(Complaint), Complaint),
            (nameof(Invoice), Invoice), (nameof(Extend), Extend),
        ];
        return all.Where(each => !Enum.IsDefined(each.Mode)).Select(each => $"{Section}:{each.Name} is not known. Use Do, Person or Off.");
    }

    /// <summary>The same as a value of the conversation.</summary>
    public Actions ToActions() => new()
    {
        Cancel = Cancel,
        Payment = Payment,
        Return = Return,
        Complaint = Complaint,
        Invoice = Invoice,
        Extend = Extend,
    };
}
