namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>What a REST request asks for.</summary>
public enum RestOperation
{
    /// <summary>Place a call.</summary>
    CreateCall,

    /// <summary>Move or end a call.</summary>
    ChangeCall,

    /// <summary>Look at a call.</summary>
    ReadCall,

    /// <summary>Find calls.</summary>
    ListCalls,

    /// <summary>Find queues or look at one.</summary>
    ListQueues,

    /// <summary>Take somebody out of a queue.</summary>
    Dequeue,

    /// <summary>Find conferences or look at one.</summary>
    ListConferences,

    /// <summary>End a conference, or announce something in it.</summary>
    ChangeConference,

    /// <summary>Find participants or look at one.</summary>
    ListParticipants,

    /// <summary>Add, change or remove a participant.</summary>
    ChangeParticipant,

    /// <summary>Send a message.</summary>
    SendMessage,

    /// <summary>Find messages or look at one.</summary>
    ListMessages,
}

/// <summary>How a REST request goes wrong.</summary>
public enum RestFaultKind
{
    /// <summary>429: not processed.</summary>
    TooMany,

    /// <summary>500: not processed, which the product cannot know.</summary>
    ServerError,

    /// <summary>400 with code 21220: the call is not in a state for this.</summary>
    WrongState,

    /// <summary>404 with code 20404.</summary>
    NotFound,

    /// <summary>It is processed; the connection breaks before the answer.</summary>
    LostAnswer,

    /// <summary>It is processed and answered, four seconds late.</summary>
    Slow,

    /// <summary>No answer ever comes, and nothing is processed.</summary>
    TimeOut,

    /// <summary>201 with a body that is no JSON; nothing is processed.</summary>
    Malformed,

    /// <summary>401 with code 20003: the credentials are wrong.</summary>
    LoginRefused,
}

/// <summary>A REST request that goes wrong.</summary>
/// <param name="Operation">Which.</param>
/// <param name="Number">The how manieth of its kind, from 1, since the faults were set; null for each.</param>
/// <param name="Kind">How.</param>
public sealed record RestFault(RestOperation Operation, int? Number, RestFaultKind Kind);
