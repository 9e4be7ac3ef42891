using System.Text;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The names of a form's parameters for a log line, put together only when the line is written. A stranger chooses the names of an
/// unsigned form: those that do not look like the carrier's are counted, not shown.
/// </summary>
internal sealed class ParameterNames(FormParameters parameters)
{
    private const int MaxShown = 60;
    private const int MaxLength = 40;

    public override string ToString()
    {
        var line = new StringBuilder();
        int shown = 0, hidden = 0;
        string? previous = null;
        foreach (var (name, _) in parameters.Pairs)
        {
            if (name == previous)
            {
                continue;
            }

            previous = name;
            if (shown < MaxShown && LooksLikeTheCarriers(name))
            {
                line.Append(shown++ == 0 ? "" : " ").Append(name);
            }
            else
            {
                hidden++;
            }
        }

        return hidden == 0 ? line.ToString() : line.Append(" and ").Append(hidden).Append(" more").ToString();
    }

    private static bool LooksLikeTheCarriers(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetter);
}
