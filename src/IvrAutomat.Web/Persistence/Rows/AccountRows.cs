namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A colleague who may sign in.</summary>
internal sealed class AccountRow
{
    /// <summary>What is typed at sign-in, in lower case; unique.</summary>
    public required string Name { get; set; }

    /// <summary>The name of the agent in the settings who this is; null for one who takes no calls.</summary>
    public string? Agent { get; set; }

    /// <summary>One of <see cref="IvrAutomat.Web.Accounts.AccountRole"/>.</summary>
    public required string Role { get; set; }

    /// <summary>The language of the pages.</summary>
    public required string Language { get; set; }

    /// <summary>The hashed password, known to nobody else: whoever is new, or has forgotten it, sets one by a link. Null until then.</summary>
    public string? Password { get; set; }

    /// <summary>Changes with the password and the role: a cookie that carries another is worth nothing.</summary>
    public required string Stamp { get; set; }

    /// <summary>Failed attempts since the last good one.</summary>
    public int Failures { get; set; }

    /// <summary>Until when nobody may sign in; null when anybody may try.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The keyed hash of the one-time link that signs in; null when there is none.</summary>
    public string? LinkKey { get; set; }

    /// <summary>Until when the link is worth something.</summary>
    public DateTimeOffset? LinkUntil { get; set; }

    /// <summary>How outgoing texts and mails are signed; null for the agent's name.</summary>
    public string? Signature { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was closed; null while it may be used.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>Who looked at or did what. It names order and case, never a customer.</summary>
internal sealed class AuditRow
{
    /// <summary>Counts up.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The account; the word <c>command</c> for the command line.</summary>
    public required string Account { get; set; }

    /// <summary>What was done, as a key such as <c>order.seen</c>.</summary>
    public required string Act { get; set; }

    /// <summary>The order, if it was about one.</summary>
    public string? OrderId { get; set; }

    /// <summary>The case, if it was about one.</summary>
    public string? CaseId { get; set; }

    /// <summary>The call, if it was about one.</summary>
    public string? CallId { get; set; }

    /// <summary>More, without personal data; null for nothing.</summary>
    public string? Note { get; set; }
}
