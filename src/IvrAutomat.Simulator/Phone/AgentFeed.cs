using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.Phone;

/// <summary>Tells the phone page of an agent about calls to that phone, as server-sent events numbered from 1.</summary>
internal static class AgentFeed
{
    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        CarrierNetwork carrier, string number, int after, [EnumeratorCancellation] CancellationToken ct)
    {
        // Sent at once, so that the browser knows that it is connected before the first call.
        yield return new SseItem<string>("{}", "ready");
        while (true)
        {
            // Asked for before looking: a call that comes in between ends it.
            var change = carrier.NextCall;
            foreach (var (id, call) in CallsTo(carrier, number).Where(each => each.Id > after))
            {
                after = id;
                if (!call.Ended.IsCompleted)
                {
                    yield return new SseItem<string>(PhoneJson.Of(new { Id = call.Sid }), "call") { EventId = id.ToString() };
                }
            }

            await change.WaitAsync(ct);
        }
    }

    private static (int Id, PhoneCall Call)[] CallsTo(CarrierNetwork carrier, string number) =>
    [
        .. carrier.Calls.Where(call => !call.IsInbound && call.To == number)
            .OrderBy(call => call.Number)
            .Select((call, index) => (index + 1, call)),
    ];
}
