using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>One change of one order at Upgates. How it is made is the business of <see cref="UpgatesWriter"/>.</summary>
internal sealed class UpgatesWrite(UpgatesWriter writer, LiveOrder live, OrderEdit edit) : OutsideWrite
{
    /// <inheritdoc />
    public override string System => UpgatesClient.System;

    /// <inheritdoc />
    public override string Kind => edit switch
    {
        OrderEdit.Cancel => "cancel",
        OrderEdit.Restore => "restore",
        OrderEdit.Pay => "change of payment",
        OrderEdit.Confirm => "confirmation",
        OrderEdit.Paid => "payment",
        OrderEdit.PickUpPoint => "change of point",
        OrderEdit.Invoice => "invoice",
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit.GetType().Name, "Upgates does not know this change."),
    };

    /// <inheritdoc />
    public override Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken)
        => writer.SendAsync(live, edit, reference, cancellationToken);

    /// <inheritdoc />
    public override Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken)
        => writer.FindAsync(live, edit, reference, cancellationToken);
}
