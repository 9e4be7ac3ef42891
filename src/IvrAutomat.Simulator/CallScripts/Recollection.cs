using System.Text;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>What a caller remembers of a call: all that was spoken as one text, and how far the script has followed it.</summary>
internal sealed class Recollection(PhoneCall call)
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, DateTimeOffset At, string Text)> _parts = [];
    private int _seen;
    private string _all = "";

    /// <summary>The place up to which the script has recognised what was spoken.</summary>
    public int Followed { get; private set; }

    /// <summary>When the phrase recognised last began, counted from dialling.</summary>
    public TimeSpan? LastBegan { get; private set; }

    /// <summary>When the phrase recognised last ended, counted likewise.</summary>
    public TimeSpan? LastEnded { get; private set; }

    /// <summary>When the first word was heard, counted likewise; null while nothing was.</summary>
    public TimeSpan? FirstBegan => _parts is [var first, ..] ? first.At - call.StartedAt : null;

    /// <summary>Whether the automat has spoken all prompts of the present step and waits for input.</summary>
    public bool Awaited { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>How often listening ended with nothing.</summary>
    public int Silences { get; private set; }

    /// <summary>All that was spoken so far.</summary>
    public string All
    {
        get
        {
            Update();
            return _all;
        }
    }

    /// <summary>Takes in what has happened since the last look.</summary>
    public void Update()
    {
        var news = call.Transcript.After(_seen);
        foreach (var happened in news)
        {
            Take(happened);
        }

        if (news.Count > 0)
        {
            _seen += news.Count;
            _all = _text.ToString();
        }
    }

    /// <summary>Follows the text to the end of the next place where the phrase stands; false when it is not spoken yet.</summary>
    public bool Follow(Phrase phrase)
    {
        Update();
        if (phrase.FindIn(_all, Followed) is not { } place)
        {
            return false;
        }

        Followed = place.End;
        LastBegan = TimeOf(place.Start);
        LastEnded = TimeOf(place.End);
        return true;
    }

    /// <summary>Leaves behind all that was spoken so far: what is followed from here on must be spoken from here on.</summary>
    public void LeaveBehind()
    {
        Update();
        Followed = _all.Length;
    }

    private void Take(CallEvent happened)
    {
        switch (happened)
        {
            case Spoken said:
                Remember(said.At, said.Text);
                break;
            case OtherSpoke said:
                Remember(said.At, said.Text);
                break;
            case FellQuiet:
                Awaited = true;
                break;
            case KeysTaken or WordsTaken or DocumentReceived or Connected:
                Awaited = false;
                break;
            case NothingTaken:
                Awaited = false;
                Silences++;
                break;
            case CallEnded:
                Awaited = false;
                Ended = true;
                break;
            default:
                break;
        }
    }

    private void Remember(DateTimeOffset at, string text)
    {
        _text.Append(_text.Length == 0 ? "" : " ");
        _parts.Add((_text.Length, at, text));
        _text.Append(text);
    }

    private TimeSpan TimeOf(int place)
    {
        var (start, at, text) = _parts.Last(part => part.Start <= place);
        var before = SpeakingTime.Of(text[..Math.Min(text.Length, place - start)]);
        return at - call.StartedAt + TimeSpan.FromSeconds(before);
    }
}
