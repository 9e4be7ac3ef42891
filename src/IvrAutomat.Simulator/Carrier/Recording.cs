using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Finds requests to record. A recording needs a reason in law, so the stand-in refuses what nobody has allowed.</summary>
internal static class Recording
{
    /// <summary>Not an error of the real carrier, which records what it is told to.</summary>
    private const string Refusal = "asks for a recording, which CarrierSwitches.AllowRecording refuses.";

    /// <summary>The first element that asks for a recording; null when none does.</summary>
    public static TwimlError? Check(XElement root) =>
        root.Descendants().FirstOrDefault(Asks) is { } element ? new TwimlError(12200, $"{element.Name.LocalName} {Refusal}") : null;

    /// <summary>Whether a form of the REST calls asks for a recording.</summary>
    public static bool IsAskedForBy(IFormCollection form) =>
        form["Record"].ToString() is "true" || form["ConferenceRecord"].ToString() is "true" or "record-from-start";

    private static bool Asks(XElement element) =>
        element.Name == "Record" || (string?)element.Attribute("record") is { } record && record is not "do-not-record";
}
