using System.Diagnostics;
using IvrAutomat.Benchmarks.Callers;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>
/// The stack that a shop's programmer would begin with: Node.js, Express and the carrier's own package. It checks the signature, builds the
/// same document and keeps nothing. Its packages are installed with <c>npm ci</c> in <c>tests/IvrAutomat.Benchmarks/node</c>.
/// </summary>
internal static class NodeHost
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "IvrAutomat.Benchmarks", "node");

    /// <summary>Why it cannot be measured here; null when it can.</summary>
    public static string? Missing => Directory.Exists(Path.Combine(Folder, "node_modules", "express"))
        ? null
        : "the Node.js stack is left out: run npm ci --prefix tests/IvrAutomat.Benchmarks/node";

    /// <summary>How it is started.</summary>
    /// <param name="document">What it is to build at each request.</param>
    public static ProcessStartInfo Start(string document) => new("node", Path.Combine(Folder, "server.mjs"))
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment =
        {
            ["NODE_ENV"] = "production",
            ["PUBLIC_URL"] = Carrier.PublicUrl,
            ["AUTH_TOKEN"] = Carrier.AuthToken,
            ["DOCUMENT"] = document,
        },
    };
}
