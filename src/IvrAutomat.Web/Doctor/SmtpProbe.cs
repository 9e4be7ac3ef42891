using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Doctor;

/// <summary>Speaks with a mail server as far as the login, and leaves without a message (RFC 5321, RFC 3207, RFC 4616).</summary>
internal sealed class SmtpProbe : IDisposable
{
    private readonly TcpClient _client = new();
    private Stream _stream = Stream.Null;

    /// <summary>Tries the server.</summary>
    /// <returns>What is wrong, with its remedy; null when a message could be sent.</returns>
    public static async Task<string?> TryAsync(MailOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(8), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var probe = new SmtpProbe();
        try
        {
            return await probe.TalkAsync(options, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "the server does not answer within 8 s. Check Mail:Host and Mail:Port, and that this machine is let out.";
        }
        catch (SocketException)
        {
            return "the server cannot be reached. Check Mail:Host and Mail:Port, and that this machine is let out.";
        }
        catch (AuthenticationException)
        {
            return "the server's certificate is not its own or has expired. Write Mail:Host as the certificate names it.";
        }
        catch (IOException)
        {
            return "the server broke the connection off. Perhaps Mail:Port wants encryption from the first byte; use 587.";
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    private async Task<string?> TalkAsync(MailOptions options, CancellationToken cancellationToken)
    {
        await _client.ConnectAsync(options.Host!, options.Port, cancellationToken);
        _stream = _client.GetStream();
        if ((await ReadAsync(cancellationToken)).Code != 220)
        {
            return "what answers there is no mail server. Check Mail:Host and Mail:Port.";
        }

        var offered = await AskAsync("EHLO ivrautomat", cancellationToken);
        if (options.StartTls)
        {
            if (!offered.Text.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase) || (await AskAsync("STARTTLS", cancellationToken)).Code != 220)
            {
                return "the server offers no STARTTLS on this port. Use 587, or set Mail:StartTls to false for a server of this machine.";
            }

            var encrypted = new SslStream(_stream);
            _stream = encrypted;
            await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, cancellationToken);
            await AskAsync("EHLO ivrautomat", cancellationToken);
        }

        if (!string.IsNullOrEmpty(options.User))
        {
            var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{options.User}\0{options.Password}"));
            if ((await AskAsync($"AUTH PLAIN {login}", cancellationToken)).Code != 235)
            {
                return "the server refuses the login. Check Mail:User and Mail:Password.";
            }
        }

        await AskAsync("QUIT", cancellationToken);
        return null;
    }

    private async Task<(int Code, string Text)> AskAsync(string line, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    // A reply's last line has a space after its code; the ones before have a dash.
    private async Task<(int Code, string Text)> ReadAsync(CancellationToken cancellationToken)
    {
        const int Longest = 16 * 1024;
        var text = new StringBuilder();
        var line = new StringBuilder();
        var letter = new byte[1];
        while (text.Length < Longest && await _stream.ReadAsync(letter, cancellationToken) == 1)
        {
            text.Append((char)letter[0]);
            if (letter[0] != '\n')
            {
                line.Append((char)letter[0]);
                continue;
            }

            if (line.Length < 4 || line[3] != '-')
            {
                return (line.Length >= 3 && int.TryParse(line.ToString(0, 3), out var code) ? code : 0, text.ToString());
            }

            line.Clear();
        }

        return (0, text.ToString());
    }
}
