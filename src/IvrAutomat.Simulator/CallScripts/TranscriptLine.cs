using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>An event of a call as one line for a person; null for what only the machinery needs.</summary>
internal static class TranscriptLine
{
    public static string? Of(CallEvent happened) => happened switch
    {
        Spoken said => $"automat: {said.Text}",
        KeysTaken taken => $"caller pressed: {taken.Keys}",
        WordsTaken taken => $"caller said: {taken.Text}",
        NothingTaken => "caller was silent",
        KeyDropped dropped => $"key {dropped.Key} was pressed while nobody listened",
        Dialled dialled => $"dialling {dialled.To}",
        DialChanged changed => $"dialled side: {changed.Status}",
        Queued => "waits in a queue",
        Connected { With.Count: 0 } => "connected with nobody",
        Connected connected => $"connected with {string.Join(", ", connected.With)}",
        OtherSpoke spoke => $"{spoke.By}: {spoke.Text}",
        StatusChanged { Status: "ringing" } => "rings",
        StatusChanged { Status: "in-progress" } => "answered",
        Trouble trouble => $"trouble {trouble.Code}: {trouble.Text}",
        CallEnded ended => $"ended by {ended.By}: {ended.Reason}",
        _ => null,
    };
}
