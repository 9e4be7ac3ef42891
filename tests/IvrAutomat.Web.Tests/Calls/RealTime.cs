namespace IvrAutomat.Web.Tests.Calls;

/// <summary>Tests that measure or spend real time run one after the other and after all others, so that these do not slow them down.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealTime
{
    public const string Name = "real time";

    /// <summary>Every webhook answers within this time, whatever outside systems do (with a second for a busy test machine).</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
}
