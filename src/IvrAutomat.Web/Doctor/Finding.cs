namespace IvrAutomat.Web.Doctor;

/// <summary>What one look at one thing found. It holds no secret and nothing of a customer.</summary>
/// <param name="System">What was looked at: <c>Twilio</c>.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Text">What was found and, where something is to be done, what.</param>
internal sealed record Finding(string System, Standing Standing, string Text)
{
    /// <summary>It is as it must be.</summary>
    public static Finding Ok(string system, string text) => new(system, Standing.Ok, text);

    /// <summary>It works, and could be better.</summary>
    public static Finding Warning(string system, string text) => new(system, Standing.Warning, text);

    /// <summary>It does not work.</summary>
    public static Finding Wrong(string system, string text) => new(system, Standing.Wrong, text);

    /// <summary>It was not looked at.</summary>
    public static Finding Skipped(string system, string text) => new(system, Standing.Skipped, text);
}

/// <summary>How something stands.</summary>
internal enum Standing
{
    /// <summary>As it must be.</summary>
    Ok,

    /// <summary>It works, and could be better.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Wrong,

    /// <summary>It was not looked at, and the text says why.</summary>
    Skipped,
}
