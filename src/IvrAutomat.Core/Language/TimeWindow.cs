using System.Runtime.InteropServices;

namespace IvrAutomat.Language;

/// <summary>A time of day as somebody named it: a window, or an instant when both ends are the same.</summary>
/// <param name="From">The beginning.</param>
/// <param name="Until">The end, not part of a window; <see cref="TimeOnly.MaxValue"/> is the end of the day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeWindow(TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether a window that is on offer has anything of this time.</summary>
    /// <param name="from">The beginning of the offer.</param>
    /// <param name="until">The end of the offer, not part of it.</param>
    public bool Meets(TimeOnly from, TimeOnly until) => From == Until
        ? from <= From && From < until
        : From < until && from < Until;
}
