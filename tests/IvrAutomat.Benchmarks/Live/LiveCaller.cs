using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Benchmarks.Live;

/// <summary>One telephone that is never idle: call after call, with time to listen and think between turns.</summary>
internal sealed class LiveCaller(Carrier carrier, IReadOnlyList<DemoOrder> orders, TimeSpan pause, LiveTimes times, int line)
{
    private readonly Random _random = new(line);

    /// <summary>Calls until told to stop; a call under way is left as it is.</summary>
    public async Task CallAsync(CancellationToken stop)
    {
        try
        {
            // The first calls come in one after the other, as later ones do by themselves.
            await Task.Delay(pause * _random.NextDouble(), stop);
            for (var call = 0; !stop.IsCancellationRequested; call++)
            {
                await CallOnceAsync($"CA{line:x16}{call:x16}", stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task CallOnceAsync(string callSid, CancellationToken stop)
    {
        var persona = Persona.Of(_random.Next(100));
        var order = orders[_random.Next(orders.Count)];
        var from = persona.IsStranger ? $"+421{901000000 + line:000000000}" : order.Phone;
        var path = "/twilio/voice";
        for (var at = -1; at < persona.Does.Length; at++)
        {
            var doing = at < 0 ? null : persona.Do(at, order.Order.Number, order.Pin);
            var began = TimeProvider.System.GetTimestamp();
            var document = await carrier.PostAsync(path, callSid, from, doing, stop);
            times.Note(persona, TimeProvider.System.GetElapsedTime(began), isAnswered: document?.Contains("<Response", StringComparison.Ordinal) == true);
            if (document is null || Documents.HangsUp(document))
            {
                return;
            }

            await Task.Delay(pause * (0.5 + _random.NextDouble()), stop);
            if (at + 1 >= persona.Does.Length || Documents.NextOf(document, persona.Do(at + 1, order.Order.Number, order.Pin)) is not { } next)
            {
                break;
            }

            path = next;
        }

        await carrier.HangUpAsync(callSid, from, stop);
    }
}
