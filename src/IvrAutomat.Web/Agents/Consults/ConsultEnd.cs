namespace IvrAutomat.Web.Agents.Consults;

/// <summary>How a consultation ended. All but <see cref="HandedOver"/> bring the customer back to the agent who asked.</summary>
internal enum ConsultEnd
{
    /// <summary>The colleague took the call over.</summary>
    HandedOver,

    /// <summary>The agent went back to the customer, or the colleague hung up after a word.</summary>
    Back,

    /// <summary>The colleague pressed 2.</summary>
    Refused,

    /// <summary>Nobody picked up, or nobody pressed a key.</summary>
    Unanswered,

    /// <summary>A machine picked up.</summary>
    Voicemail,

    /// <summary>The colleague's phone was busy.</summary>
    Busy,

    /// <summary>The carrier could not do it.</summary>
    Failed,

    /// <summary>The talk was over: the customer hung up, or waits again.</summary>
    Over,
}

/// <summary>What becomes of asking for a colleague.</summary>
internal enum ConsultAnswer
{
    /// <summary>The customer is put on hold and the colleague is rung.</summary>
    Begun,

    /// <summary>Whoever asks talks to nobody.</summary>
    NoTalk,

    /// <summary>The colleague talks, is being rung, or the shop has no such one; or somebody is asked already.</summary>
    NotFree,
}
