using System.Text;

namespace IvrAutomat.Web.Speech.Engines;

/// <summary>Takes out of a text what a program would not speak as words.</summary>
internal static class PlainWords
{
    /// <summary>The text in one line, with some characters replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replaced">What stands for a character.</param>
    public static string Of(string text, IReadOnlyDictionary<char, string> replaced)
    {
        var plain = new StringBuilder(text.Length + 1);
        foreach (var sign in text)
        {
            if (replaced.TryGetValue(sign, out var instead))
            {
                plain.Append(instead);
            }
            else
            {
                plain.Append(char.IsControl(sign) ? ' ' : sign);
            }
        }

        return plain.Append('\n').ToString();
    }
}
