using System.Buffers.Binary;
using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// What waiting callers hear between the words: <c>music.wav</c> of the prompts' folder, which an admin may replace, or silence where there
/// is none.
/// </summary>
/// <param name="file">Where the file would be.</param>
/// <param name="basePath">What stands before each of our paths.</param>
internal sealed class HoldMusic(string file, string basePath)
{
    /// <summary>The file's name in the prompts' folder.</summary>
    public const string FileName = "music.wav";

    /// <summary>Where the file is served.</summary>
    public const string Path = "/twilio/music.wav";

    /// <summary>Where the document is served that plays it without end, for a conference that has not begun.</summary>
    public const string DocumentPath = "/twilio/voice/music";

    private const int Header = 4096;

    /// <summary>The absolute path of that document.</summary>
    public string DocumentUrl => basePath + DocumentPath;

    /// <summary>Music, or silence, for about so long.</summary>
    public Prompt For(TimeSpan length)
    {
        if (Seconds() is not { } seconds || seconds <= 0)
        {
            return new Pause(length);
        }

        return new Play(basePath + Path) { Times = (int)Math.Clamp(Math.Round(length.TotalSeconds / seconds), 1, 1000) };
    }

    /// <summary>Music without end.</summary>
    public TwimlDocument Endless() => TwimlDocument.Do(ImmutableArray.Create<Step>(For(TimeSpan.FromMinutes(1))), new Redirect(DocumentUrl));

    /// <summary>Maps the file and the document.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, () => File.Exists(file) ? Results.File(File.OpenRead(file), "audio/wav") : Results.NotFound());
        routes.MapPost(DocumentPath, async (HttpContext http, WebhookReader reader)
            => await reader.ReadCallAsync(http) is null ? Results.Empty : new TwimlResult(Endless().ToBytes()));
    }

    // The length by the file's own words: RIFF, its "fmt " chunk with the bytes a second, its "data" chunk with the bytes.
    private double? Seconds()
    {
        if (!File.Exists(file))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Header];
        using var wave = File.OpenRead(file);
        bytes = bytes[..wave.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        uint rate = 0;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (bytes.Slice(at, 4).SequenceEqual("fmt "u8) && at + 20 <= bytes.Length)
            {
                rate = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 16)..]);
            }
            else if (bytes.Slice(at, 4).SequenceEqual("data"u8))
            {
                return rate == 0 ? null : (double)size / rate;
            }

            at = (int)Math.Min(at + 8L + size + (size & 1), int.MaxValue - 8);
        }

        return null;
    }
}
