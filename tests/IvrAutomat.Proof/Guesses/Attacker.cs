using System.Security.Cryptography;
using IvrAutomat.Proof.Callers;

namespace IvrAutomat.Proof.Guesses;

/// <summary>Somebody who guesses PINs by telephone: dials, types an order's number and one PIN after the other, as far as a call allows.</summary>
/// <param name="at">Where the next webhook goes.</param>
/// <param name="delivery">Sends.</param>
internal sealed class Attacker(Func<Uri> at, Delivery delivery)
{
    private const string Arrival = "/twilio/voice";

    /// <summary>One call.</summary>
    /// <param name="from">Who seems to call; null for withheld.</param>
    /// <param name="number">The order's number; null where the caller's number stands for it.</param>
    /// <param name="pins">What is tried, at most three in a call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The call's identifier, and every document that was heard, each with the step numbers that follow from it.</returns>
    public async Task<(string Sid, IReadOnlyList<byte[]> Heard)> CallAsync(string? from, string? number, IReadOnlyList<string> pins, CancellationToken cancellationToken)
    {
        var call = await ReachPinAsync(from, number, cancellationToken);
        foreach (var pin in pins)
        {
            if (!await TryAsync(call, from, pin, cancellationToken))
            {
                break;
            }
        }

        return (call.Sid, call.Heard);
    }

    /// <summary>A call that has come as far as the first PIN.</summary>
    public async Task<Line> ReachPinAsync(string? from, string? number, CancellationToken cancellationToken)
    {
        var call = new Line($"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        await PostAsync(call, from, Arrival, keys: null, cancellationToken);
        if (number is not null)
        {
            await PostAsync(call, from, call.Listens!, number, cancellationToken);
        }

        return call;
    }

    /// <summary>Types a PIN, after a mismatch by way of "the PIN again".</summary>
    /// <returns>False when the call does not listen any more.</returns>
    public async Task<bool> TryAsync(Line call, string? from, string pin, CancellationToken cancellationToken)
    {
        if (call.Tried++ > 0)
        {
            if (call.Listens is null)
            {
                return false;
            }

            await PostAsync(call, from, call.Listens, "1", cancellationToken);
        }

        if (call.Listens is null)
        {
            return false;
        }

        await PostAsync(call, from, call.Listens, pin, cancellationToken);
        return true;
    }

    private async Task PostAsync(Line call, string? from, string path, string? keys, CancellationToken cancellationToken)
    {
        var answered = await delivery.PostAsync(at(), path, call.Sid, from, keys is null ? [] : [("Digits", keys)], cancellationToken);
        for (var redirects = 0; answered.Response is { } response && Page.Of(response) is { Listens: null, Silence: { } next } && redirects < 10; redirects++)
        {
            answered = await delivery.PostAsync(at(), next, call.Sid, from, [], cancellationToken);
        }

        call.Heard.Add(answered.Body);
        call.Listens = answered.Response is null ? null : Page.Of(answered.Response).Listens;
    }

    /// <summary>A call under way.</summary>
    internal sealed class Line(string sid)
    {
        public string Sid => sid;

        public List<byte[]> Heard { get; } = [];

        public string? Listens { get; set; }

        public int Tried { get; set; }
    }
}
