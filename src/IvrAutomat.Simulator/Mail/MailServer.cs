using System.Net;
using System.Net.Sockets;
using IvrAutomat.Simulator.Carrier;
using Microsoft.Extensions.Hosting;

namespace IvrAutomat.Simulator.Mail;

/// <summary>A mail server on a free port of this machine: it takes e-mails and keeps them beside the text messages. It sends nothing on.</summary>
public sealed class MailServer(CarrierNetwork carrier, MailStandIn manner, TimeProvider time) : BackgroundService
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);

    /// <summary>The port; 0 until it listens.</summary>
    public int Port { get; private set; }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                _ = TakeAsync(await _listener.AcceptTcpClientAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The house closes.
        }
    }

    private async Task TakeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                await new MailDialogue(client.GetStream(), manner, Keep).RunAsync(cancellationToken);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // Whoever hangs up in the middle has sent nothing.
            }
        }
    }

    private void Keep(string from, string to, string content)
    {
        var (subject, text, headers) = MailText.Read(content);
        manner.Took(headers);
        var now = time.GetUtcNow();
        carrier.Messages.Add(new TextMessage(Sid.NewMessage(), to, from, MessagingServiceSid: null, $"{subject}\n{text}", now)
        {
            IsMail = true,
            Headers = headers,
            Status = "delivered",
            SentAt = now,
        });
    }
}
