using System.Text;
using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>What a Gather ended with.</summary>
internal abstract record EntryResult
{
    private EntryResult()
    {
    }

    public sealed record Keys(string Value) : EntryResult;

    public sealed record Words(string Text) : EntryResult;

    public sealed record Nothing : EntryResult;

    /// <summary>The call was taken away from the entry.</summary>
    public sealed record Left(Next Next) : EntryResult;
}

/// <summary>One entry in progress: prompts, then keys or words, whichever kind comes first.</summary>
/// <remarks>
/// Keys are taken from the first word of the prompts on and stop them; the time-out runs only after the prompts, and each key
/// starts it again. https://www.twilio.com/docs/voice/twiml/gather
/// </remarks>
internal sealed class GatherEntry(GatherSettings settings, CallRun run)
{
    /// <summary>Recognition ends after this long, whatever is still being said.</summary>
    private static readonly TimeSpan LongestSpeech = TimeSpan.FromSeconds(60);
    private readonly StringBuilder _keys = new();
    private readonly StringBuilder _words = new();
    private long _wordsBegan;

    public async Task<EntryResult> TakeAsync(XElement gather)
    {
        run.ForgetMissed();
        run.Call.Note(at => new Listening(
            at, settings.Keys, settings.Speech, settings.NumDigits, settings.FinishOnKey, settings.Timeout.TotalSeconds));
        var result = await CollectAsync(gather);
        switch (result)
        {
            case EntryResult.Keys keys:
                run.Call.Note(at => new KeysTaken(at, keys.Value));
                break;
            case EntryResult.Words words:
                run.Call.Note(at => new WordsTaken(at, words.Text));
                break;
            case EntryResult.Nothing:
                run.Call.Note(at => new NothingTaken(at));
                break;
            default:
                break;
        }

        return result;
    }

    private async Task<EntryResult> CollectAsync(XElement gather)
    {
        var kept = settings.Keys ? run.Call.KeptKeys : [];
        if (!kept.TryDequeue(out var act))
        {
            act = await PlayPromptsAsync(gather);
        }

        while (true)
        {
            switch (act)
            {
                case CallerAct.Leave leave:
                    return new EntryResult.Left(leave.Next);
                case CallerAct.Nudge:
                    return new EntryResult.Left(Next.Over);
                case CallerAct.Key key when settings.FinishOnKey.Contains(key.Value):
                    return Collected();
                case CallerAct.Key key:
                    _keys.Append(key.Value);
                    break;
                case CallerAct.Words words:
                    Hear(words);
                    break;
                default:
                    break;
            }

            if (_keys.Length == settings.NumDigits)
            {
                return Collected();
            }

            if (!kept.TryDequeue(out act) && (act = await run.WaitAsync(TimeLeft(), Takes)) is null)
            {
                return Collected();
            }
        }
    }

    private async Task<CallerAct?> PlayPromptsAsync(XElement gather)
    {
        CallerAct? act = null;
        foreach (var prompt in gather.Elements())
        {
            act = await ((PromptVerb)Grammar.VerbOf(prompt)).PlayAsync(prompt, run, Interrupts);
            if (act is not null)
            {
                break;
            }
        }

        run.Call.Note(at => new FellQuiet(at));
        return act;
    }

    private bool Interrupts(CallerAct act)
    {
        if (!run.Switches.SpeechInterrupts && act is CallerAct.Words words && Takes(act))
        {
            Hear(words);
            return false;
        }

        return Takes(act);
    }

    // The kind that was noticed first wins.
    private bool Takes(CallerAct act) => act switch
    {
        CallerAct.Key => settings.Keys && _words.Length == 0,
        CallerAct.Words => settings.Speech && _keys.Length == 0,
        _ => false,
    };

    private void Hear(CallerAct.Words words)
    {
        if (_words.Length == 0)
        {
            _wordsBegan = run.Time.GetTimestamp();
        }

        _words.Append(_words.Length == 0 ? "" : " ").Append(words.Text);
    }

    private TimeSpan TimeLeft()
    {
        if (_words.Length == 0)
        {
            return settings.Timeout;
        }

        var recognition = LongestSpeech - run.Time.GetElapsedTime(_wordsBegan);
        return recognition < settings.SpeechTimeout ? recognition : settings.SpeechTimeout;
    }

    private EntryResult Collected() =>
        _keys.Length > 0 ? new EntryResult.Keys(_keys.ToString())
        : _words.Length > 0 ? new EntryResult.Words(_words.ToString())
        : new EntryResult.Nothing();
}
