namespace IvrAutomat.Calls;

/// <summary>What a number can be used for. Source: the Czech and Slovak numbering plans, as in the metadata of libphonenumber.</summary>
public enum PhoneKind
{
    /// <summary>A mobile telephone.</summary>
    Mobile,

    /// <summary>A landline.</summary>
    Fixed,

    /// <summary>Free for the caller: 800.</summary>
    Free,

    /// <summary>Shared cost: 81x, 83x, 84x.</summary>
    SharedCost,

    /// <summary>Premium rate; never called, never billed to the shop: 90x, 976.</summary>
    Premium,

    /// <summary>The mailbox behind another number: 93, 96.</summary>
    Voicemail,

    /// <summary>Internet telephony, private networks, and prefixes that no plan knows yet.</summary>
    Other,

    /// <summary>A number of another country; what it can do is not known here.</summary>
    Foreign,
}

/// <summary>
/// A telephone number in the E.164 form, "+420777123456". It is not a proof of who calls: a caller's number is a hint.
/// The default value is no number at all; <see cref="Parse"/> never gives it.
/// </summary>
public readonly record struct PhoneNumber
{
    private const string Czech = "+420";
    private const string Slovak = "+421";
    private const int NationalLength = 9;

    /// <summary>
    /// What networks send for a withheld number, if not letters: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE typed on a keypad.
    /// </summary>
    private static readonly string[] WithheldOnKeypad = ["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"];

    private readonly string? _value;

    private PhoneNumber(string value) => _value = value;

    /// <summary>The number in E.164, with its plus; empty for the default value. Personal: not for logs, URLs or metrics.</summary>
    public string Value => _value ?? "";

    /// <summary>The last three digits, by which a caller recognises their own number. Personal as well.</summary>
    public string End => Value.Length >= 3 ? Value[^3..] : "";

    /// <summary>Whether the number belongs to Slovakia.</summary>
    public bool IsSlovak => IsIn(Slovak);

    /// <summary>What the number is, by its first digits.</summary>
    public PhoneKind Kind =>
        IsIn(Czech) ? PhonePlan.Czech(Value[Czech.Length..])
        : IsIn(Slovak) ? PhonePlan.Slovak(Value[Slovak.Length..])
        : PhoneKind.Foreign;

    /// <summary>
    /// Whether an SMS is expected to arrive: mobiles of both countries. Prefixes that are uncertain (personal numbers, internet telephony) are
    /// taken as not able, because a promise that is not kept is worse than an e-mail.
    /// </summary>
    public bool CanReceiveSms => Kind == PhoneKind.Mobile;

    /// <summary>Whether the shop may call it back: Czech and Slovak numbers that cost no more than a call.</summary>
    public bool CanBeCalledBack => Kind is PhoneKind.Mobile or PhoneKind.Fixed or PhoneKind.Free or PhoneKind.SharedCost or PhoneKind.Other;

    /// <summary>
    /// Reads a caller id or typed digits. Spaces, dots, dashes, brackets and slashes do not matter; nine digits are Czech, ten that begin with 09
    /// are Slovak. Withheld ("anonymous", empty), too short or too long, and emergency numbers give null.
    /// </summary>
    public static PhoneNumber? Parse(string? callerIdOrTyped)
    {
        if (callerIdOrTyped is not { Length: > 0 and <= 40 } || Compact(callerIdOrTyped) is not { } compact)
        {
            return null;
        }

        var international = International(compact);
        return international is null || WithheldOnKeypad.Contains(international) || !IsPossible(international)
            ? null
            : new PhoneNumber(international);
    }

    /// <summary>
    /// Reads nine digits that a Slovak typed. Slovak mobiles begin with 9 when their 0 is left out; the same digits are no number that a Czech
    /// would give: premium, or no telephone at all.
    /// </summary>
    /// <param name="typed">The digits.</param>
    public static PhoneNumber? ParseSlovak(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Parse(typed is ['9', ..] && typed.Length == NationalLength ? Slovak + typed : typed);
    }

    /// <summary>The country only, so that a number cannot slip into a log.</summary>
    public override string ToString() =>
        IsIn(Czech) ? "PhoneNumber(CZ)" : IsIn(Slovak) ? "PhoneNumber(SK)" : Value.Length == 0 ? "PhoneNumber(none)" : "PhoneNumber(foreign)";

    private bool IsIn(string country) => Value.StartsWith(country, StringComparison.Ordinal);

    /// <summary>Digits with at most one plus in front, or null when anything else is in the text.</summary>
    private static string? Compact(string text)
    {
        Span<char> compact = stackalloc char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) || (c == '+' && length == 0))
            {
                compact[length++] = c;
            }
            else if (c is not (' ' or '\u00A0' or '.' or '-' or '–' or '(' or ')' or '/'))
            {
                return null;
            }
        }

        return new string(compact[..length]);
    }

    private static string? International(string compact) => compact switch
    {
        ['+', ..] => compact,
        ['0', '0', .. var rest] => "+" + rest,
        ['0', '9', ..] when compact.Length == NationalLength + 1 => Slovak + compact[1..],
        _ when compact.Length == NationalLength => Czech + compact,
        ['4', '2', '0' or '1', ..] when compact.Length == NationalLength + 3 => "+" + compact,
        _ => null,
    };

    /// <summary>
    /// Czech and Slovak numbers have nine digits, the Czech ones never beginning with 0 or 1; unknown first digits are not refused, because plans
    /// change. For other countries only the limits of E.164 are known.
    /// </summary>
    private static bool IsPossible(string international)
    {
        var digits = international.Length - 1;
        return international switch
        {
            ['+', '4', '2', '0', .. var national] => national.Length == NationalLength && national[0] is not ('0' or '1'),
            ['+', '4', '2', '1', .. var national] => national.Length == NationalLength && national[0] != '0',
            ['+', >= '1' and <= '9', ..] => digits is >= 8 and <= 15,
            _ => false,
        };
    }
}
