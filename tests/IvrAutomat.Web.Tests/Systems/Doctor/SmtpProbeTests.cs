using System.Net;
using System.Net.Sockets;
using System.Text;
using IvrAutomat.Web.Doctor;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Tests.Systems.Doctor;

/// <summary>Mail servers as they refuse.</summary>
public sealed class SmtpProbeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("220 hello|250 ok|221 bye", false, null, null)]
    [InlineData("220-one\r\n220 two|250-ok\r\n250 AUTH PLAIN|235 welcome|221 bye", false, "user", null)]
    [InlineData("220 hello|250-ok\r\n250 AUTH PLAIN|535 no", false, "user", "refuses the login")]
    [InlineData("220 hello|250 ok", true, null, "no STARTTLS")]
    [InlineData("HTTP/1.1 400 Bad Request", false, null, "no mail server")]
    [InlineData("", false, null, "no mail server")]
    public async Task WhatTheServerSays_BecomesWhatToDo(string script, bool startTls, string? user, string? wrong)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, script.Split('|'));

        var found = await SmtpProbe.TryAsync(
            new MailOptions
            {
                Host = "127.0.0.1",
                Port = ((IPEndPoint)listener.LocalEndpoint).Port,
                StartTls = startTls,
                From = "a@example.cz",
                User = user,
                Password = user,
            },
            TimeProvider.System, Cancellation);

        await serving;
        if (wrong is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.Contains(wrong, found!, StringComparison.Ordinal);
        }
    }

    // Says one line for each that it hears, and the first unasked.
    private static async Task ServeAsync(TcpListener listener, string[] lines)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), Cancellation);
            }

            if (line != lines[^1])
            {
                await reader.ReadLineAsync(Cancellation);
            }
        }
    }
}
