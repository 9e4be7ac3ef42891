using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.World;

namespace IvrAutomat.Proof.Machines;

/// <summary>What an admin does at one instance, and when it is seen and heard at the other.</summary>
[SuppressMessage("Reliability", "CA2213", Justification = "The delivery belongs to the run.")]
internal sealed partial class Admin(House house, Delivery delivery, CancellationToken cancellationToken) : IDisposable
{
    private const string Words = "Dnes máme inventuru.";

    /// <summary>No change needs so long to be heard; whatever does is not heard.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Browser _browser = new();
    private int _callers;

    /// <summary>Opens the link of the first start.</summary>
    public Task SignInAsync() => _browser.SignInAsync(house, cancellationToken);

    /// <summary>Switches the line at the second instance.</summary>
    /// <returns>When pages that are open at the first one and at the proxy hear of it, and when the first one's callers do.</returns>
    public async Task<(TimeSpan AtFirst, TimeSpan AtProxy, TimeSpan Called)> SwitchLineAsync()
    {
        using var first = await _browser.ListenAsync(house.DirectlyAt(0), cancellationToken);
        using var proxy = await _browser.ListenAsync(house.At(0), cancellationToken);
        var began = await SwitchAsync("Off");
        var heard = await Task.WhenAll(HearsLineAsync(first, began), HearsLineAsync(proxy, began));
        var called = await UntilAsync(0, answer => answer.Contains("<Dial", StringComparison.Ordinal) || answer.Contains("<Enqueue", StringComparison.Ordinal), began);
        await SwitchAsync("On");
        await UntilAsync(0, answer => answer.Contains("<Gather", StringComparison.Ordinal), began);
        return (heard[0], heard[1], called);
    }

    /// <summary>Publishes a greeting at the first instance.</summary>
    /// <returns>How long the publishing of its texts took there, and how long after the last answer the second one's callers hear it.</returns>
    public async Task<(TimeSpan Published, TimeSpan Heard)> PublishAsync()
    {
        var list = await _browser.OpenAsync(new Uri(house.DirectlyAt(0), "/studio/prompt/greeting.first"), cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        foreach (var variant in Variants().Matches(list).Select(match => match.Value))
        {
            var form = Browser.FormOf(list, variant);
            await _browser.PostAsync(form, new Uri(house.DirectlyAt(0), "/studio/publish/one"), [("text", $"{Words} {form["was"]}")], cancellationToken);
        }

        var published = TimeProvider.System.GetElapsedTime(began);
        return (published, await UntilAsync(1, answer => answer.Contains(Words, StringComparison.Ordinal), TimeProvider.System.GetTimestamp()));
    }

    /// <inheritdoc />
    public void Dispose() => _browser.Dispose();

    // When the form was sent.
    private async Task<long> SwitchAsync(string mode)
    {
        var page = new Uri(house.DirectlyAt(1), "/console/line");
        var form = Browser.FormOf(await _browser.OpenAsync(page, cancellationToken), "action=\"/console/line\"");
        var began = TimeProvider.System.GetTimestamp();
        await _browser.PostAsync(form, page, [("mode", mode)], cancellationToken);
        return began;
    }

    private async Task<TimeSpan> HearsLineAsync(StreamReader stream, long began)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (await stream.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("data: line", StringComparison.OrdinalIgnoreCase))
                {
                    return TimeProvider.System.GetElapsedTime(began);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Said by the time that it took.
        }

        return Patience;
    }

    // Each caller is new: whoever calls again hears another greeting.
    private async Task<TimeSpan> UntilAsync(int instance, Func<string, bool> isHeard, long began)
    {
        while (TimeProvider.System.GetElapsedTime(began) is var elapsed && elapsed < Patience)
        {
            var sid = $"CA{_callers:x32}";
            var answer = await delivery.PostAsync(house.DirectlyAt(instance), "/twilio/voice", sid, $"+420778{_callers++:000000}", [], cancellationToken);
            if (isHeard(System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(answer.Body))))
            {
                return TimeProvider.System.GetElapsedTime(began);
            }

            await Task.Delay(50, cancellationToken);
        }

        return Patience;
    }

    [GeneratedRegex("data-text=\"cs-text[^\"]*\"", RegexOptions.None, 10_000)]
    private static partial Regex Variants();
}
