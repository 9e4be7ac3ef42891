using System.Collections.Immutable;
using IvrAutomat.Calls;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The documents of waiting and meeting: a queue of its own for each caller, and a room for each agent who takes the call. The names are those of
/// wait and offer and tell nothing. A room is never used for two offers: whoever leaves it ends it, a late one too.
/// </summary>
/// <param name="basePath">What stands before each of our paths.</param>
/// <param name="music">What is heard meanwhile.</param>
internal sealed class QueueTwiml(string basePath, HoldMusic music)
{
    /// <summary>The customer's name in the room.</summary>
    public const string Caller = "caller";

    private static readonly TimeSpan KeyTime = TimeSpan.FromSeconds(1);

    /// <summary>Puts the caller into the queue.</summary>
    /// <param name="words">Said before.</param>
    /// <param name="wait">Names the wait.</param>
    /// <param name="stepUrl">The step that comes next.</param>
    public static TwimlDocument Join(ImmutableArray<Step> words, string wait, string stepUrl)
        => TwimlDocument.Do(words.Add(new Enqueue($"q-{wait}", Action: stepUrl + "/left", WaitUrl: stepUrl + "/wait")));

    /// <summary>What a caller in the queue hears until the place is counted again; keys count from the first word on.</summary>
    public TwimlDocument Wait(ImmutableArray<Prompt> words, QueueNext next, string stepUrl) => TwimlDocument.Listen(
        [],
        new Gather(stepUrl)
        {
            Prompts = words.Add(music.For(next.Quiet)),
            NumDigits = 1,
            FinishOnKey = FinishKey.None,
            Timeout = KeyTime,
        },
        new Redirect(stepUrl + "/silence"));

    /// <summary>Brings the caller to the room where the agent is.</summary>
    public TwimlDocument Meet(ImmutableArray<Step> words, string room, string stepUrl)
        => TwimlDocument.Do(words.Add(new Dial(Room(room, Caller)) { Action = stepUrl + "/talked" }));

    /// <summary>Brings an agent's leg to the room where the caller will be.</summary>
    /// <param name="room">Names the room.</param>
    /// <param name="doneUrl">Requested when the agent's leg leaves the room.</param>
    public TwimlDocument Meet(string room, string doneUrl) => TwimlDocument.Do(new Dial(Room(room, "agent")) { Action = doneUrl });

    /// <summary>Brings a customer who is called back to the room where the agent is.</summary>
    /// <param name="words">Said before.</param>
    /// <param name="room">Names the room.</param>
    /// <param name="doneUrl">Requested when the customer's leg leaves the room.</param>
    public TwimlDocument Welcome(ImmutableArray<Step> words, string room, string doneUrl)
        => TwimlDocument.Do(words.Add(new Dial(Room(room, Caller)) { Action = doneUrl }));

    /// <summary>Brings a colleague to a talk under way. Nobody is left alone when the colleague leaves it.</summary>
    /// <param name="room">Names the room.</param>
    /// <param name="who">The colleague's name in the room.</param>
    /// <param name="doneUrl">Requested when the colleague's leg leaves the room.</param>
    public TwimlDocument Join(string room, string who, string doneUrl)
        => TwimlDocument.Do(new Dial(Room(room, who) with { EndOnExit = false }) { Action = doneUrl });

    // Whoever of the two leaves, the other is not left alone. The carrier takes the callback from whoever comes first, so both name it.
    private Conference Room(string room, string who) => new(RoomOf(room))
    {
        EndOnExit = true,
        ParticipantLabel = who,
        WaitUrl = music.DocumentUrl,
        StatusCallback = $"{basePath}/twilio/voice/agents/{room}/events",
        StatusCallbackEvents = [ConferenceEvent.Start, ConferenceEvent.End, ConferenceEvent.Join, ConferenceEvent.Leave],
    };

    /// <summary>The room's name at the carrier.</summary>
    public static string RoomOf(string room) => $"t-{room}";
}
