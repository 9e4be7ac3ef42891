namespace IvrAutomat.Calls;

/// <summary>
/// What every caller hears after the greeting for a while, in one language ("Dnes nejdou platby kartou."). An admin writes it; it is no prompt,
/// because it has an end.
/// </summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The words.</param>
public sealed record AnnouncedText(string Language, string Text);
