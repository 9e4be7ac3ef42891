using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Proof.Fuzz;

/// <summary>
/// Throws nonsense at every webhook and page. Nothing may be answered with 5xx, with a document that the carrier refuses, or late; what is not
/// signed may leave no trace; afterwards the automat takes a call as ever.
/// </summary>
internal static class FuzzRun
{
    private const int AtOnce = 4;

    /// <summary>Throws and judges.</summary>
    public static async Task<Verdict> RunAsync(FuzzPlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        await using var house = await OpenHouse.StartAsync(cancellationToken: cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
        var findings = new Findings(plan.Limit);
        var webhooks = Enumerable.Range(0, AtOnce).Select(at => new Webhooks(house, http, findings, new Random((plan.Seed * 100) + at))).ToList();
        var pages = Enumerable.Range(0, AtOnce).Select(at => new Pages(house, findings, new Random((plan.Seed * 100) + 50 + at))).ToList();
        var unsigned = plan.Webhooks / 10;
        var before = await TracesAsync(house);
        await AllAsync(unsigned, at => webhooks[at].ThrowUnsignedAsync(cancellationToken));
        if (await TracesAsync(house) is var after && after != before)
        {
            findings.Break($"unsigned webhooks left traces: {before} before, {after} after");
        }

        tell($"  {unsigned} unsigned webhooks");
        await AllAsync(plan.Webhooks - unsigned, at => webhooks[at].ThrowSignedAsync(cancellationToken));
        tell($"  {plan.Webhooks - unsigned} signed webhooks");
        foreach (var browsing in pages)
        {
            await browsing.SignInAsync(cancellationToken);
        }

        await AllAsync(plan.Pages, at => pages[at].ThrowAsync(cancellationToken));
        using var delivery = new Delivery(OpenHouse.Account, house.Address.AbsoluteUri.TrimEnd('/'));
        var call = await delivery.PostAsync(house.Address, "/twilio/voice", $"CA{new string('7', 32)}", "+420601000001", [], cancellationToken);
        if (call.Trouble is { } trouble)
        {
            findings.Break($"afterwards a call is answered with: {trouble}");
        }

        // Inside, a failure becomes a person on the line; it is still a failure.
        foreach (var line in house.Log.Lines.Where(line => line.StartsWith($"{LogLevel.Error} ", StringComparison.Ordinal) || line.StartsWith($"{LogLevel.Critical} ", StringComparison.Ordinal)))
        {
            findings.Break("logged: " + string.Join(" | ", line.Split('\n').Take(4).Select(each => each.Trim())));
        }

        return new Verdict(
            [
                $"webhooks   {plan.Webhooks} to {webhooks[0].Addresses} addresses, {unsigned} of them unsigned; seed {plan.Seed}",
                $"pages      {plan.Pages} to {pages[0].Addresses} addresses and {pages.Sum(each => each.Forms)} forms",
                $"statuses   {findings.Statuses} (0: the connection was closed)",
                $"documents  {findings.Documents} read by the carrier's grammar",
                $"slowest    {findings.Slowest}",
            ],
            [.. findings.Broken]);

        static Task AllAsync(int count, Func<int, Task> throwOne) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(at => Task.Run(async () =>
        {
            for (var n = at; n < count; n += AtOnce)
            {
                await throwOne(at);
            }
        })));
    }

    private static Task<(int Calls, int Journal, int Requests, int Failures, int Waits, int Offers)> TracesAsync(OpenHouse house) => house.ReadAsync(async db => (
        await db.Calls.CountAsync(), await db.Journal.CountAsync(), await db.Requests.CountAsync(), await db.Failures.CountAsync(), await db.Transfers.CountAsync(),
        await db.Offers.CountAsync()));
}
