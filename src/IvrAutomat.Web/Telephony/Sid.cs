using System.Buffers;

namespace IvrAutomat.Web.Telephony;

/// <summary>The shape of the carrier's identifiers: two capital letters that name the kind, then 32 hexadecimal digits.</summary>
internal static class Sid
{
    /// <summary>Kind of an account.</summary>
    public const string Account = "AC";

    /// <summary>Kind of an API key.</summary>
    public const string ApiKey = "SK";

    /// <summary>Kind of a call.</summary>
    public const string Call = "CA";

    /// <summary>Kind of a conference.</summary>
    public const string Conference = "CF";

    /// <summary>Kind of a messaging service.</summary>
    public const string MessagingService = "MG";

    private const int Length = 34;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Whether a text is an identifier of one of the kinds.</summary>
    public static bool Is(string? text, params ReadOnlySpan<string> kinds)
    {
        if (text is not { Length: Length } || text.AsSpan(2).ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        foreach (var kind in kinds)
        {
            if (text.StartsWith(kind, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
