using System.CommandLine;

namespace IvrAutomat.Proof;

/// <summary>The options that all proofs have.</summary>
internal static class ProofOptions
{
    /// <summary>The long form.</summary>
    public static Option<bool> Long() => new("--long") { Description = "The long form, as in README's table." };

    /// <summary>Where chance begins.</summary>
    public static Option<int> Seed() => new("--seed") { Description = "Where chance begins, so that a run can be repeated. Default: 1.", DefaultValueFactory = _ => 1 };
}
