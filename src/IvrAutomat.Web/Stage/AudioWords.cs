using System.Collections.Concurrent;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// What the audio of this program says, for scripts and captions: the carrier of the stage hears files, people who test want words. It lives
/// on the stage only and remembers the latest few thousand.
/// </summary>
internal sealed class AudioWords
{
    private const int Most = 5000;

    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Takes note of a text under its address.</summary>
    public void Note(string audio, string text)
    {
        if (!_words.TryAdd(audio, text))
        {
            return;
        }

        _order.Enqueue(audio);
        if (_order.Count > Most && _order.TryDequeue(out var oldest))
        {
            _words.TryRemove(oldest, out _);
        }
    }

    /// <summary>The words of a path; null when it is no speech of ours.</summary>
    /// <param name="path">The path, with whatever stands before it.</param>
    public string? Of(string path)
    {
        var at = path.IndexOf("/audio/", StringComparison.Ordinal);
        return at >= 0 ? _words.GetValueOrDefault(path[at..]) : null;
    }
}
