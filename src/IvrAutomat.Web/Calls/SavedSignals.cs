using IvrAutomat.Calls;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Calls;

/// <summary>What a saved decision means for those who count calls: only what was saved has happened, and each of it once.</summary>
internal static class SavedSignals
{
    /// <summary>Tells of a decision that has just been saved.</summary>
    public static void Saved(this Signals signals, Decided decided)
    {
        if (decided.ExpectedVersion == 0)
        {
            signals.CallStarted();
        }

        if (decided.Input is PinOffered pin)
        {
            signals.PinChecked($"{pin.Verdict}");
        }

        if (decided.IsOver)
        {
            signals.CallEnded(decided.Call.Handover is not null, decided.Call.Order is not null);
        }
    }
}
