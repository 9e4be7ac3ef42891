using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.Phone;

/// <summary>What a person typed at a terminal phone.</summary>
/// <param name="Who">The name before a colon, in lower case; null for the phone in hand.</param>
/// <param name="Act">What is done, as the phone's interface calls it: <c>answer</c>, <c>decline</c>, <c>hangup</c>, <c>keys</c>, <c>speech</c>.</param>
/// <param name="Text">The keys or words; empty for the others.</param>
internal sealed record TypedLine(string? Who, string Act, string Text)
{
    /// <summary>Reads a line; null when nothing was typed.</summary>
    /// <param name="line">As typed: keys, words, or <c>hang up</c>; <c>jana: 1</c> for the phone of somebody else.</param>
    /// <param name="names">Who else has a phone.</param>
    public static TypedLine? Read(string line, IEnumerable<string> names)
    {
        var rest = line.Trim();
        string? who = null;
        if (rest.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && names.FirstOrDefault(name => rest[..colon].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            who = known;
            rest = rest[(colon + 1)..].Trim();
        }

        var keys = rest.Replace(" ", "", StringComparison.Ordinal);
        return rest.ToLowerInvariant() switch
        {
            "" => null,
            "hang up" or "zavěsit" => new TypedLine(who, "hangup", ""),
            "answer" or "answers" or "přijmout" => new TypedLine(who, "answer", ""),
            "decline" or "declines" or "odmítnout" => new TypedLine(who, "decline", ""),
            _ when PhoneCall.CanPress(keys) && !keys.Any(char.IsLetter) => new TypedLine(who, "keys", keys),
            _ => new TypedLine(who, "speech", rest),
        };
    }

    /// <summary>What is sent with the act.</summary>
    public object Body => Act switch
    {
        "keys" => new { keys = Text },
        "speech" => new { text = Text },
        _ => new { },
    };
}
