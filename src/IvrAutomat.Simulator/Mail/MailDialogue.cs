using System.Text;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Simulator.Mail;

/// <summary>One connection of a mail client: the commands that a client needs to hand a message over (RFC 5321), and no others.</summary>
internal sealed class MailDialogue(Stream stream, MailStandIn manner, Action<string, string, string> keep)
{
    private const int MostCharacters = 1_000_000;

    private readonly List<string> _recipients = [];
    private string _from = string.Empty;
    private bool _isTaken;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var fault = manner.Strike();
        if (!await manner.BeginsAsync(fault, cancellationToken))
        {
            return;
        }

        await writer.WriteLineAsync("220 stand-in".AsMemory(), cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var answer = line.Split(' ', ':')[0].ToUpperInvariant() switch
            {
                "EHLO" or "HELO" => "250 stand-in",
                "MAIL" => From(line),
                "RCPT" => MailStandIn.RefusalOf(fault) ?? To(line),
                "DATA" when _recipients.Count > 0 => await DataAsync(reader, writer, cancellationToken),
                "RSET" => Reset(),
                "NOOP" => "250 ok",
                "QUIT" => "221 bye",
                "DATA" => "503 no recipient",
                _ => "502 not known here",
            };
            if (_isTaken && fault == StandInFaultKind.LostAnswer)
            {
                return;
            }

            await writer.WriteLineAsync(answer.AsMemory(), cancellationToken);
            if (answer.StartsWith("221", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    private static string AddressIn(string line)
    {
        var begin = line.IndexOf('<', StringComparison.Ordinal);
        var end = line.IndexOf('>', StringComparison.Ordinal);
        return begin >= 0 && end > begin ? line[(begin + 1)..end] : string.Empty;
    }

    private string From(string line)
    {
        _from = AddressIn(line);
        return "250 ok";
    }

    private string To(string line)
    {
        if (AddressIn(line) is not { Length: > 0 } address)
        {
            return "553 no such address";
        }

        _recipients.Add(address);
        return "250 ok";
    }

    private string Reset()
    {
        _recipients.Clear();
        return "250 ok";
    }

    private async Task<string> DataAsync(StreamReader reader, StreamWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteLineAsync("354 go on".AsMemory(), cancellationToken);
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line && line != ".")
        {
            // A dot at the beginning of a line is doubled on its way.
            content.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
            if (content.Length > MostCharacters)
            {
                return "552 too long";
            }
        }

        _recipients.ForEach(to => keep(_from, to, content.ToString()));
        _isTaken = true;
        return Reset();
    }
}
