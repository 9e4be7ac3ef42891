using IvrAutomat.Orders;

namespace IvrAutomat.Queue;

/// <summary>When the automat may call customers back by itself, and how long it leaves alone those whom it did not reach.</summary>
public static class CallbackTimes
{
    private static readonly TimeOnly First = new(8, 0);

    // A phone that begins to ring now still rings a minute later.
    private static readonly TimeOnly Last = new(19, 58);

    /// <summary>Whether a customer may be dialled: from 8 to 20 o'clock, never on Sundays and public holidays.</summary>
    /// <param name="local">The time of the shop's clock.</param>
    public static bool MayDial(DateTime local)
    {
        var (day, at) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return at >= First && at < Last && day.DayOfWeek != DayOfWeek.Sunday && !CzechHolidays.IsHoliday(day);
    }

    /// <summary>The pause after a customer was not reached; null when it was the last attempt.</summary>
    /// <param name="attempts">How often the customer has been dialled, at least once.</param>
    /// <param name="most">How often the customer is dialled at all.</param>
    /// <param name="first">The pause after the first attempt; each further one is twice as long.</param>
    public static TimeSpan? PauseAfter(int attempts, int most, TimeSpan first)
        => attempts >= most ? null : first * Math.Pow(2, attempts - 1);
}
