using System.Globalization;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Speech.Store;

/// <summary>
/// Names audio by a keyed hash of everything that shapes it: the same words of the same voice have the same name on every machine and after
/// every restart, and nobody without the key can guess one.
/// </summary>
internal sealed class AudioNames(Synthesis synthesis, Secrets secrets)
{
    /// <summary>How long a name is: the key's own name and a hash, in hexadecimal digits.</summary>
    public const int Length = 72;

    // Counted up when the same words come to sound otherwise: another pace of an engine, other silences.
    private const string Format = "1";

    /// <summary>The name of what is to be heard; null when no engine of ours speaks the language.</summary>
    public string? Of(SpokenLine line) => synthesis.VoiceOf(line.Language) is not { } voice ? null : Name(
        "spoken", Format, synthesis.EngineName!, voice.Name, voice.Language, voice.Rate.ToString(CultureInfo.InvariantCulture), voice.Style ?? "",
        line.Slow ? "slow" : "", line.Text);

    /// <summary>The name of a recording.</summary>
    /// <param name="content">A hash of its file.</param>
    public string OfRecording(string content) => Name("recorded", Format, content);

    /// <summary>The name of the folder that a call's own audio lies in.</summary>
    public string OfCall(string callId) => Name("call", callId)[..32];

    /// <summary>Whether it could be a name at all; a path or anything else is none.</summary>
    public static bool IsName(string name) => IsHexadecimal(name, Length);

    /// <summary>Whether it could be the name of a call's folder.</summary>
    public static bool IsCall(string name) => IsHexadecimal(name, 32);

    private static bool IsHexadecimal(string name, int length) => name.Length == length && name.All(char.IsAsciiHexDigitLower);

    private string Name(params ReadOnlySpan<string> shape) => secrets.Hash(SecretLabel.Audio, shape).Replace(":", "", StringComparison.Ordinal);
}
