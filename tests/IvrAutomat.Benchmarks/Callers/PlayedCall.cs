namespace IvrAutomat.Benchmarks.Callers;

/// <summary>One call played from the first webhook to its end, following the URLs of the documents.</summary>
/// <param name="carrier">Who sends.</param>
/// <param name="converses">False: the host answers always the same, so nothing tells the end.</param>
internal sealed class PlayedCall(Carrier carrier, bool converses)
{
    /// <summary>Plays the call.</summary>
    /// <param name="callSid">Its identifier; never used before.</param>
    /// <param name="from">Who calls.</param>
    /// <param name="pin">Their right PIN.</param>
    /// <param name="answered">Told each turn: which one, its document, how long it took.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when an answer did not fit the conversation; the call is dropped there.</returns>
    public async Task<bool> PlayAsync(
        string callSid, string from, string pin, Action<int, string, TimeSpan> answered, CancellationToken cancellationToken)
    {
        var script = Doing.Conversation(pin);
        var path = "/twilio/voice";
        for (var turn = 0; turn <= script.Length; turn++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var document = await carrier.PostAsync(path, callSid, from, turn == 0 ? null : script[turn - 1], cancellationToken);
            var took = TimeProvider.System.GetElapsedTime(began);
            if (document is null)
            {
                return false;
            }

            var isLast = turn == script.Length;
            var next = isLast ? null : Documents.NextOf(document, script[turn]);
            if (isLast ? converses && !Documents.HangsUp(document) : next is null)
            {
                return false;
            }

            answered(turn, document, took);
            path = next ?? path;
        }

        return true;
    }
}
