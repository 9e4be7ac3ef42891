using IvrAutomat.Calls;

namespace IvrAutomat.Web.Line;

/// <summary>
/// Who takes the calls, until somebody switches the line in the console or by the command <c>line</c>: from then on the database says it.
/// Section <c>Line</c> of the settings.
/// </summary>
internal sealed class LineOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Line";

    /// <summary>How long people may ring before the automat takes a call, in seconds.</summary>
    public const int ShortestOverflow = 5, LongestOverflow = 60;

    /// <summary>How the line is switched at the beginning.</summary>
    /// <value>The default is <see cref="LineMode.On"/>.</value>
    public LineMode Mode { get; set; }

    /// <summary>The numbers whose calls the automat takes in <see cref="LineMode.Test"/>, in E.164.</summary>
    public List<string> TestNumbers { get; set; } = [];

    /// <summary>How long people ring first in <see cref="LineMode.Overflow"/>, in seconds; from 5 to 60.</summary>
    /// <value>The default is 15 seconds; the carrier adds five.</value>
    public int OverflowSeconds { get; set; } = 15;

    /// <summary>How many callers of a hundred the automat takes in <see cref="LineMode.Share"/>; from 0 to 100.</summary>
    /// <value>The default is 10 percent.</value>
    public int SharePercent { get; set; } = 10;

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    /// <param name="hasPeople">There is a number at which people answer.</param>
    public IEnumerable<string> Validate(bool hasPeople)
    {
        if (!Enum.IsDefined(Mode))
        {
            yield return "Line:Mode is not known. Use On, Off, Test, AfterHours, Overflow or Share.";
        }
        else if (Mode != LineMode.On && !hasPeople)
        {
            yield return $"Shop:HumanNumber is missing. Line:Mode {Mode} leaves calls to people: set it to the number where they answer, as +420 and nine digits.";
        }

        if (OverflowSeconds is < ShortestOverflow or > LongestOverflow)
        {
            yield return $"Line:OverflowSeconds is {OverflowSeconds}. Use {ShortestOverflow} to {LongestOverflow} seconds.";
        }

        if (SharePercent is < 0 or > 100)
        {
            yield return $"Line:SharePercent is {SharePercent}. Use 0 to 100 percent.";
        }

        for (var at = 0; at < TestNumbers.Count; at++)
        {
            if (PhoneNumber.Parse(TestNumbers[at]) is null)
            {
                yield return $"Line:TestNumbers:{at} is not a phone number. Write it in full, as +420 and nine digits.";
            }
        }
    }
}
