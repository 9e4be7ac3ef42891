namespace IvrAutomat.Figures;

/// <summary>One call that has ended.</summary>
/// <param name="At">When it began.</param>
/// <param name="OrderId">The order that was identified and whose status was told; null when none was.</param>
/// <param name="ToPerson">A person was to take it over.</param>
public sealed record CallFigure(DateTimeOffset At, string? OrderId, bool ToPerson);

/// <summary>
/// What became of calls, honestly: every call that has ended is in exactly one of the four numbers. A call that merely ended inside the
/// automat is not a success.
/// </summary>
/// <param name="Resolved">The caller learned or got what was wanted, and nobody called again about that order.</param>
/// <param name="CalledAgain">The same, but somebody called again about the order within <see cref="Again"/>.</param>
/// <param name="HungUp">Ended inside the automat before any order was identified.</param>
/// <param name="HandedOver">Went to a person, at once or by a case.</param>
public sealed record Containment(int Resolved, int CalledAgain, int HungUp, int HandedOver)
{
    /// <summary>Whoever calls again so soon had not been helped.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromDays(7);

    /// <summary>All calls.</summary>
    public int All => Resolved + CalledAgain + HungUp + HandedOver;

    /// <summary>Counts the calls that began in a period.</summary>
    /// <param name="calls">The calls of the period and everything later: a later one tells that an earlier one had not helped.</param>
    /// <param name="from">The beginning of the period.</param>
    /// <param name="until">Its end, which belongs to the next.</param>
    public static Containment Of(IEnumerable<CallFigure> calls, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var all = calls.ToList();
        var byOrder = all.Where(call => call.OrderId is not null).ToLookup(call => call.OrderId!, call => call.At, StringComparer.Ordinal);
        var (resolved, again, hungUp, handed) = (0, 0, 0, 0);
        foreach (var call in all.Where(call => call.At >= from && call.At < until))
        {
            if (call.ToPerson)
            {
                handed++;
            }
            else if (call.OrderId is not { } order)
            {
                hungUp++;
            }
            else if (byOrder[order].Any(at => at > call.At && at - call.At <= Again))
            {
                again++;
            }
            else
            {
                resolved++;
            }
        }

        return new Containment(resolved, again, hungUp, handed);
    }
}
