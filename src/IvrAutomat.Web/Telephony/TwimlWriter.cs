namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Writes a document element by element. Each method knows one element and writes only attributes of the carrier's grammar for it;
/// an attribute that has the carrier's default is left out.
/// </summary>
internal sealed class TwimlWriter(XmlBuffer xml)
{
    private readonly TwimlAttributes _with = new(xml);

    public void Write(TwimlDocument document)
    {
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"u8);
        foreach (var step in document.Steps)
        {
            Write(step);
        }

        if (document.Gather is { } gather)
        {
            Write(gather);
        }

        if (document.Rejection is { } reason)
        {
            xml.Raw(reason == RejectReason.Busy ? "<Reject reason=\"busy\"/>"u8 : "<Reject/>"u8);
        }

        switch (document.Ending)
        {
            case Redirect redirect:
                xml.Raw("<Redirect>"u8);
                _with.WebhookUrl("Redirect", redirect.Url);
                xml.Raw("</Redirect>"u8);
                break;
            case Hangup:
                xml.Raw("<Hangup/>"u8);
                break;
            case Leave:
                xml.Raw("<Leave/>"u8);
                break;
        }

        xml.Raw("</Response>"u8);
    }

    private void Write(Step step)
    {
        switch (step)
        {
            case Say say:
                Write(say);
                break;
            case Play play:
                xml.Raw("<Play"u8);
                _with.Whole("Play", " loop=\""u8, play.Times == 1 ? null : play.Times, 1, 1000);
                xml.Raw(">"u8);
                _with.MediaUrl("Play", play.Url);
                xml.Raw("</Play>"u8);
                break;
            case Pause pause:
                xml.Raw("<Pause"u8);
                _with.Seconds("Pause", " length=\""u8, pause.Length, 1, 600);
                xml.Raw("/>"u8);
                break;
            case Dial dial:
                Write(dial);
                break;
            case Enqueue enqueue:
                Write(enqueue);
                break;
        }
    }

    private void Write(Say say)
    {
        var text = XmlBuffer.Clean(say.Text);
        if (text.AsSpan().IsWhiteSpace())
        {
            throw new TwimlException(13520, "Say", "nothing is left to say once illegal characters are removed");
        }

        foreach (var piece in new SpokenPieces(text, say.Voice.Limits))
        {
            xml.Raw("<Say"u8);
            _with.Text(" voice=\""u8, say.Voice.Name);
            _with.Text(" language=\""u8, say.Voice.Language);
            xml.Raw(">"u8);
            xml.Escaped(piece);
            xml.Raw("</Say>"u8);
        }
    }

    private void Write(Gather gather)
    {
        xml.Raw("<Gather"u8);
        var speech = gather.Input != GatherInput.Keys;
        if (speech)
        {
            xml.Raw(gather.Input == GatherInput.Speech ? " input=\"speech\""u8 : " input=\"dtmf speech\""u8);
        }

        _with.WebhookUrl("Gather", " action=\""u8, gather.Action);
        _with.Seconds("Gather", " timeout=\""u8, gather.Timeout, 1, 600);
        if (gather.Input != GatherInput.Speech)
        {
            _with.Whole("Gather", " numDigits=\""u8, gather.NumDigits, 1, 64);
            xml.Raw(gather.FinishOnKey switch
            {
                FinishKey.None => " finishOnKey=\"\""u8,
                FinishKey.Star => " finishOnKey=\"*\""u8,
                _ => " finishOnKey=\"#\""u8,
            });
        }

        if (speech)
        {
            WriteSpeech(gather);
        }

        if (gather.ActionOnEmptyResult)
        {
            xml.Raw(" actionOnEmptyResult=\"true\""u8);
        }

        xml.Raw(">"u8);
        foreach (var prompt in gather.Prompts)
        {
            Write(prompt);
        }

        xml.Raw("</Gather>"u8);
    }

    private void WriteSpeech(Gather gather)
    {
        if (gather.SpeechModel is { } model)
        {
            if (gather.SpeechTimeout is null)
            {
                throw new TwimlException(13310, "Gather", "a named speech model needs a speech time-out in seconds");
            }

            _with.Text(" speechModel=\""u8, model);
        }

        if (gather.SpeechTimeout is { } silence)
        {
            _with.Seconds("Gather", " speechTimeout=\""u8, silence, 1, 60);
        }
        else
        {
            xml.Raw(" speechTimeout=\"auto\""u8);
        }

        _with.Text(" language=\""u8, gather.Language);
        _with.Hints(gather.Hints);
    }

    private void Write(Enqueue enqueue)
    {
        xml.Raw("<Enqueue"u8);
        _with.WebhookUrl("Enqueue", " action=\""u8, enqueue.Action);
        _with.WebhookUrl("Enqueue", " waitUrl=\""u8, enqueue.WaitUrl);
        xml.Raw(">"u8);
        _with.Name("Enqueue", enqueue.Queue, 64);
        xml.Raw("</Enqueue>"u8);
    }

    private void Write(Dial dial)
    {
        xml.Raw("<Dial"u8);
        _with.WebhookUrl("Dial", " action=\""u8, dial.Action);
        _with.Seconds("Dial", " timeout=\""u8, dial.Timeout, 5, 600);
        _with.Seconds("Dial", " timeLimit=\""u8, dial.TimeLimit, 1, 86_400);
        if (dial.CallerId is { } callerId)
        {
            _with.Text(" callerId=\""u8, callerId);
        }

        _with.True(" answerOnBridge=\"true\""u8, dial.AnswerOnBridge);
        _with.True(" hangupOnStar=\"true\""u8, dial.HangupOnStar);
        xml.Raw(">"u8);
        switch (dial.Target)
        {
            case Number number:
                Write(number);
                break;
            case Conference conference:
                Write(conference);
                break;
            case QueuedCaller queue:
                xml.Raw("<Queue"u8);
                _with.WebhookUrl("Queue", " url=\""u8, queue.Url);
                xml.Raw(">"u8);
                _with.Name("Queue", queue.Name, 64);
                xml.Raw("</Queue>"u8);
                break;
        }

        xml.Raw("</Dial>"u8);
    }

    private void Write(Number number)
    {
        xml.Raw("<Number"u8);
        _with.WebhookUrl("Number", " url=\""u8, number.Url);
        _with.WebhookUrl("Number", " statusCallback=\""u8, number.StatusCallback);
        _with.Events(number.StatusCallbackEvents);
        xml.Raw(">"u8);
        _with.E164("Number", number.E164);
        xml.Raw("</Number>"u8);
    }

    private void Write(Conference room)
    {
        xml.Raw("<Conference"u8);
        _with.True(" startConferenceOnEnter=\"false\""u8, !room.StartOnEnter);
        _with.True(" endConferenceOnExit=\"true\""u8, room.EndOnExit);
        _with.True(" muted=\"true\""u8, room.Muted);
        xml.Raw(room.Beep switch
        {
            ConferenceBeep.Always => " beep=\"true\""u8,
            ConferenceBeep.OnEnter => " beep=\"onEnter\""u8,
            ConferenceBeep.OnExit => " beep=\"onExit\""u8,
            _ => " beep=\"false\""u8,
        });
        if (room.ParticipantLabel is { } label)
        {
            xml.Raw(" participantLabel=\""u8);
            _with.Name("Conference", label, 128);
            xml.Raw("\""u8);
        }

        _with.WebhookUrl("Conference", " waitUrl=\""u8, room.WaitUrl);
        _with.WebhookUrl("Conference", " statusCallback=\""u8, room.StatusCallback);
        _with.Events(room.StatusCallbackEvents);
        xml.Raw(">"u8);
        _with.Name("Conference", room.Room, 128);
        xml.Raw("</Conference>"u8);
    }
}
