using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Carrier.Rest;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads what goes wrong between carrier and product, and which readings of the carrier's documentation are played.</summary>
internal static class ScriptFaultsReader
{
    private const int MostRequests = 1000;

    private static readonly (string Word, RestOperation Value)[] Operations =
    [
        ("create call", RestOperation.CreateCall),
        ("change call", RestOperation.ChangeCall),
        ("read call", RestOperation.ReadCall),
        ("list calls", RestOperation.ListCalls),
        ("list queues", RestOperation.ListQueues),
        ("dequeue", RestOperation.Dequeue),
        ("change conference", RestOperation.ChangeConference),
        ("change participant", RestOperation.ChangeParticipant),
        ("send message", RestOperation.SendMessage),
    ];

    private static readonly (string Word, RestFaultKind Value)[] Kinds =
    [
        ("429", RestFaultKind.TooMany),
        ("500", RestFaultKind.ServerError),
        ("21220", RestFaultKind.WrongState),
        ("20404", RestFaultKind.NotFound),
        ("lost", RestFaultKind.LostAnswer),
        ("slow", RestFaultKind.Slow),
        ("time-out", RestFaultKind.TimeOut),
        ("malformed", RestFaultKind.Malformed),
        ("login refused", RestFaultKind.LoginRefused),
    ];

    public static CarrierFaults Faults(ScriptNodes nodes, YamlNode? node)
    {
        var fields = nodes.Fields(
            node, "faults", "deliver twice", "delay", "lose answer", "lose status callback", "status callback twice", "no confidence",
            "callback delay", "swap callbacks", "lose callbacks", "queue time", "rest");
        bool Flag(string name) => nodes.Flag(fields.GetValueOrDefault(name), name);
        TimeSpan Length(string name) => nodes.Length(fields.GetValueOrDefault(name), name);
        return new CarrierFaults
        {
            DeliverTwice = Flag("deliver twice"),
            Delay = Length("delay"),
            LoseAnswer = nodes.Whole(fields.GetValueOrDefault("lose answer"), "lose answer", 1, MostRequests),
            LoseStatusCallback = Flag("lose status callback"),
            StatusCallbackTwice = Flag("status callback twice"),
            NoConfidence = Flag("no confidence"),
            CallbackDelay = Length("callback delay"),
            SwapCallbacks = Flag("swap callbacks"),
            LoseCallbacks = ScriptNodes.Each(fields.GetValueOrDefault("lose callbacks"))
                .Select(one => nodes.Text(one, "lose callbacks") ?? "").ToHashSet(StringComparer.Ordinal),
            QueueTime = Length("queue time"),
            Rest = [.. ScriptNodes.Each(fields.GetValueOrDefault("rest")).Select(one => Rest(nodes, one)).OfType<RestFault>()],
        };
    }

    /// <summary>The switches that differ from the usual ones; null when none are given.</summary>
    public static CarrierSwitches? Switches(ScriptNodes nodes, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var usual = new CarrierSwitches();
        var fields = nodes.Fields(
            node, "carrier", "keep keys", "first status in progress", "empty digits", "speech interrupts", "dial action after hang-up",
            "landline fails later", "redirected action is executed", "removed participant ends", "declined is no answer");
        bool Switch(string name, bool otherwise) =>
            fields.TryGetValue(name, out var given) ? nodes.Flag(given, name) : otherwise;
        return usual with
        {
            KeepKeysBetweenGathers = Switch("keep keys", usual.KeepKeysBetweenGathers),
            FirstStatusInProgress = Switch("first status in progress", usual.FirstStatusInProgress),
            EmptyDigitsPresent = Switch("empty digits", usual.EmptyDigitsPresent),
            SpeechInterrupts = Switch("speech interrupts", usual.SpeechInterrupts),
            DialActionAfterHangup = Switch("dial action after hang-up", usual.DialActionAfterHangup),
            LandlineFailsLater = Switch("landline fails later", usual.LandlineFailsLater),
            RedirectedActionIsExecuted = Switch("redirected action is executed", usual.RedirectedActionIsExecuted),
            RemovedParticipantEnds = Switch("removed participant ends", usual.RemovedParticipantEnds),
            DeclinedIsNoAnswer = Switch("declined is no answer", usual.DeclinedIsNoAnswer),
        };
    }

    private static RestFault? Rest(ScriptNodes nodes, YamlNode node)
    {
        var fields = nodes.Fields(node, "a REST fault", "request", "number", "answer");
        var request = nodes.OneOf(fields.GetValueOrDefault("request"), "request", Operations);
        var answer = nodes.OneOf(fields.GetValueOrDefault("answer"), "answer", Kinds);
        if (request is null || answer is null)
        {
            nodes.Wrong(ScriptNodes.LineOf(node), "a REST fault needs request and answer, as { request: create call, number: 1, answer: 429 }");
            return null;
        }

        return new RestFault(request.Value, nodes.Whole(fields.GetValueOrDefault("number"), "number", 1, MostRequests), answer.Value);
    }
}
