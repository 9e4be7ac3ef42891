namespace IvrAutomat.Web.Stage;

/// <summary>Section <c>Simulator</c> of the settings.</summary>
internal sealed class SimulatorSettings
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Simulator";

    /// <summary>Whether the outside world is played on this machine: the browser phones and a stand-in carrier.</summary>
    /// <value>The default is on in Development and off elsewhere.</value>
    public bool? Enabled { get; set; }

    /// <summary>The account of the stand-in carrier.</summary>
    /// <value>The default is its own.</value>
    public string? AccountSid { get; set; }

    /// <summary>The token that the stand-in signs with.</summary>
    /// <value>The default is a random one for each start.</value>
    public string? AuthToken { get; set; }

    /// <summary>A folder that takes every TwiML document of the stand-in's calls, to look at or to check.</summary>
    /// <value>None by default. The documents hold what callers hear: use it with the demo only.</value>
    public string? DocumentsFolder { get; set; }
}
