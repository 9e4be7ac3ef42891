using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Azure;

/// <summary>
/// Synthesis over a WebSocket: text frames are header lines and a body, sound comes in binary frames. Each request has an id that every answer
/// repeats; the connection stays open for the next.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="count">Counts what was spoken.</param>
internal sealed class AzureConversation(WebSocket socket, Action<string, string> count)
{
    private const string Break = "\r\n";
    private const string StreamId = "1";
    private const int PieceBytes = 4000;
    private const int TicksPerSecond = 10_000_000;
    private const WebSocketCloseStatus BadPayload = WebSocketCloseStatus.InvalidPayloadData;

    private AzureSound? _form;

    /// <summary>Answers until the other side closes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await ReceiveAsync(cancellationToken) is { } frame)
            {
                if (!await TakeAsync(frame, cancellationToken))
                {
                    return;
                }
            }

            if (socket.State == WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
            }
        }
        catch (WebSocketException)
        {
            // The other side went away without a word.
        }
    }

    private async Task<bool> TakeAsync(string frame, CancellationToken cancellationToken)
    {
        var end = frame.IndexOf(Break + Break, StringComparison.Ordinal);
        var head = end < 0 ? frame : frame[..end];
        var body = end < 0 ? string.Empty : frame[(end + 4)..];
        var headers = head.Split(Break).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        switch (headers.GetValueOrDefault("Path"))
        {
            case "synthesis.context":
                _form = FormOf(body);
                return _form is not null || await RefuseAsync("The output format is not supported.", cancellationToken);
            case "ssml":
                return AzureSsml.Read(body) is not { } spoken ? await RefuseAsync("The SSML is not valid.", cancellationToken)
                    : await SpeakAsync(spoken, headers.GetValueOrDefault("X-RequestId") ?? string.Empty, cancellationToken);
            default:
                return true;
        }
    }

    private async Task<bool> SpeakAsync(AzureSsml spoken, string request, CancellationToken cancellationToken)
    {
        if (_form is not { } form)
        {
            return await RefuseAsync("The SSML came before its context.", cancellationToken);
        }

        var hum = AzureSound.Hum(spoken);
        count("speak", spoken.Voice);
        await TellAsync("turn.start", request, """{"context":{"serviceTag":"stand-in"}}""", cancellationToken);
        await TellAsync(
            "response", request, $$$"""{"context":{"serviceTag":"stand-in"},"audio":{"type":"inline","streamId":"{{{StreamId}}}"}}""", cancellationToken);
        foreach (var piece in form.File(hum).Chunk(PieceBytes))
        {
            await SoundAsync(request, piece, cancellationToken);
        }

        var length = (long)hum.Length * TicksPerSecond / 8000;
        await TellAsync("audio.metadata", request, $$$"""{"Metadata":[{"Type":"SessionEnd","Data":{"Offset":{{{length}}}}}]}""", cancellationToken);
        await TellAsync("turn.end", request, "{}", cancellationToken);
        return true;
    }

    private async Task<bool> RefuseAsync(string why, CancellationToken cancellationToken)
    {
        await socket.CloseOutputAsync(BadPayload, why, cancellationToken);
        return false;
    }

    private Task TellAsync(string path, string request, string body, CancellationToken cancellationToken) => socket.SendAsync(
        Encoding.UTF8.GetBytes($"X-RequestId:{request}{Break}Content-Type:application/json; charset=utf-8{Break}Path:{path}{Break}{Break}{body}"),
        WebSocketMessageType.Text,
        endOfMessage: true,
        cancellationToken);

    private Task SoundAsync(string request, byte[] piece, CancellationToken cancellationToken)
    {
        var head = Encoding.ASCII.GetBytes($"X-RequestId:{request}{Break}Content-Type:audio/x-wav{Break}X-StreamId:{StreamId}{Break}Path:audio{Break}");
        var frame = new byte[2 + head.Length + piece.Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, (ushort)head.Length);
        head.CopyTo(frame, 2);
        piece.CopyTo(frame, 2 + head.Length);
        return socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
    }

    private static AzureSound? FormOf(string context)
    {
        try
        {
            return AzureSound.Find((string?)JsonNode.Parse(context)?["synthesis"]?["audio"]?["outputFormat"]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // Null when the other side closes.
    private async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close || message.Length > AzureStandIn.MostSsml * 2)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
            }
        }
    }
}
