using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Benchmarks.Load;

/// <summary>
/// Plays one call of each caller before anything is measured. The variants that converse must answer with the same documents: else they
/// would not do the same work, and their difference would mean nothing.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Plays the calls against all hosts.</summary>
    /// <exception cref="InvalidOperationException">A call failed, or the documents differ.</exception>
    public static async Task PlayAsync(IReadOnlyList<HostProcess> hosts, IReadOnlyList<DemoOrder> callers, CancellationToken cancellationToken)
    {
        (Variant Variant, List<string> Documents)? first = null;
        foreach (var host in hosts)
        {
            var documents = await DocumentsAsync(host, callers, cancellationToken);
            if (!host.Variant.Converses)
            {
                continue;
            }

            if (first is { } before && !before.Documents.SequenceEqual(documents))
            {
                throw new InvalidOperationException(
                    $"'{before.Variant.Name}' and '{host.Variant.Name}' do not say the same in the same call, so they cannot be compared.");
            }

            first ??= (host.Variant, documents);
        }
    }

    private static async Task<List<string>> DocumentsAsync(
        HostProcess host, IReadOnlyList<DemoOrder> callers, CancellationToken cancellationToken)
    {
        using var carrier = new Carrier(host.Address);
        var call = new PlayedCall(carrier, host.Variant.Converses);
        var documents = new List<string>();
        for (var at = 0; at < callers.Count; at++)
        {
            var (from, pin) = (callers[at].Phone, callers[at].Pin);
            if (!await call.PlayAsync($"CAffffffff{at:x24}", from, pin, (_, document, _) => documents.Add(document), cancellationToken))
            {
                throw new InvalidOperationException(
                    $"'{host.Variant.Name}' did not answer as the conversation goes, after {documents.Count} right answers.");
            }
        }

        return documents;
    }
}
