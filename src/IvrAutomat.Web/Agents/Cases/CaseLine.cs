using System.Collections.Immutable;
using IvrAutomat.Cases;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Agents.Cases;

/// <summary>Which cases are wanted.</summary>
internal sealed record CaseFilter
{
    /// <summary>Only those of this owner; null for everybody's.</summary>
    public string? Owner { get; init; }

    /// <summary>Only those of this kind, by the name of its <see cref="IvrAutomat.Calls.CaseKind"/>; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Only those about this order; null for all.</summary>
    public string? OrderId { get; init; }

    /// <summary>Which of these.</summary>
    public CaseScope Scope { get; init; }
}

/// <summary>Open cases or closed ones.</summary>
internal enum CaseScope
{
    /// <summary>Open ones.</summary>
    Open,

    /// <summary>Open ones whose time has passed.</summary>
    Overdue,

    /// <summary>Those that were closed today, by the shop's day.</summary>
    ClosedToday,

    /// <summary>Open and closed ones; only sensible for one order.</summary>
    All,
}

/// <summary>A case as it stands in a list. Nothing in it is personal.</summary>
internal sealed record CaseLine
{
    /// <summary>The row.</summary>
    public required string Id { get; init; }

    /// <summary>Six digits, as they were told to the customer.</summary>
    public required string Number { get; init; }

    /// <summary>What is owed, by the name of its <see cref="IvrAutomat.Calls.CaseKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Why, by the name of its <see cref="IvrAutomat.Calls.HandoverReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The order; null when the caller was not verified.</summary>
    public string? OrderId { get; init; }

    /// <summary>The number of the order; null when the caller was not verified.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The call in which it arose; empty when it arose in none.</summary>
    public required string CallId { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>When the owner took it in hand; null while anybody may.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When it must have been done.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>From when the customer agreed to be called; null where no time was agreed.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when the customer agreed to be called.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was closed; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who closed it; null while open, and when the automat or the command line did.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>What came of it; null while open.</summary>
    public string? Disposition { get; init; }

    /// <summary>How soon it has to be turned to.</summary>
    public required CaseUrgency Urgency { get; init; }
}

/// <summary>Everything about one case, for a colleague's eyes: it holds personal data.</summary>
/// <param name="Line">As in the list.</param>
/// <param name="CallBack">The number to call; null when none is known.</param>
/// <param name="Contact">How the customer of the order can be reached; nobody where the caller was not verified.</param>
/// <param name="Details">What was asked for, the oldest first.</param>
/// <param name="Order">The order as it is stored; null where the caller was not verified.</param>
/// <param name="History">What colleagues did, the oldest first.</param>
internal sealed record CaseView(
    CaseLine Line, string? CallBack, Contact Contact, ImmutableArray<CaseDetail> Details, Order? Order, ImmutableArray<CaseEvent> History)
{
    /// <summary>Prints nothing of it.</summary>
    public override string ToString() => $"case {Line.Number}";
}

/// <summary>Something that a colleague did to a case.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Act">What, one of <see cref="CaseAct"/>.</param>
/// <param name="About">To whom it was handed, or what came of the case.</param>
internal sealed record CaseEvent(DateTimeOffset At, string Who, string Act, string? About)
{
    /// <summary>The note; null where it was none, and where its words were erased.</summary>
    public Shop.Helpdesk.InternalNote? Note { get; init; }

    /// <summary>What was written to the customer; null where nothing was, and where its words were erased.</summary>
    public CustomerText? Written { get; init; }
}

/// <summary>What colleagues do to cases, as it is stored.</summary>
internal static class CaseAct
{
    public const string Claimed = "claimed";
    public const string Released = "released";
    public const string HandedOver = "handed-over";
    public const string Noted = "noted";
    public const string Written = "written";
    public const string Closed = "closed";
    public const string Reopened = "reopened";
    public const string FaultCleared = "fault-cleared";
}
