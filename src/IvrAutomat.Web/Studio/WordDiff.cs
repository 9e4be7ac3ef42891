using IvrAutomat.Web.AgentConsole;

namespace IvrAutomat.Web.Studio;

/// <summary>Shows which words of a text change, by the longest run of words that both texts have in common.</summary>
internal static class WordDiff
{
    /// <summary>The old text; words that go are marked.</summary>
    public static Markup Before(string before, string after) => Show(before.Split(' '), Common(before, after).Before, "del");

    /// <summary>The new text; words that come are marked.</summary>
    public static Markup After(string before, string after) => Show(after.Split(' '), Common(before, after).After, "ins");

    private static Markup Show(string[] words, bool[] stays, string tag)
    {
        var pieces = new List<Markup>();
        for (var at = 0; at < words.Length;)
        {
            var end = at;
            while (end < words.Length && stays[end] == stays[at])
            {
                end++;
            }

            var run = string.Join(' ', words[at..end]);
            var space = end < words.Length ? " " : "";
            pieces.Add(stays[at] ? Markup.Of($"{run}{space}") : Markup.Of($"{new Markup($"<{tag}>")}{run}{new Markup($"</{tag}>")}{space}"));
            at = end;
        }

        return Markup.Join(pieces);
    }

    private static (bool[] Before, bool[] After) Common(string before, string after)
    {
        var (old, now) = (before.Split(' '), after.Split(' '));
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var (oldStays, nowStays) = (new bool[old.Length], new bool[now.Length]);
        for (int i = 0, j = 0; i < old.Length && j < now.Length;)
        {
            if (old[i] == now[j])
            {
                (oldStays[i++], nowStays[j++]) = (true, true);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (oldStays, nowStays);
    }
}
