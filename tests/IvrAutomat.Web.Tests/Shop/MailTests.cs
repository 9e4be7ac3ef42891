using System.Net.Sockets;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Mail;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>E-mail over a real connection to a real listener.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private readonly CarrierNetwork _carrier = new(new SimulatorOptions(), TimeProvider.System);
    private MailServer? _server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = new MailServer(_carrier, new MailStandIn(TimeProvider.System), TimeProvider.System);
        await _server.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.StopAsync(CancellationToken.None);
        _server.Dispose();
        _carrier.Dispose();
    }

    [Theory]
    [InlineData("Objednávka 2026001001 je zrušená", "Příliš žluťoučký kůň úpěl ďábelské ódy. Částka 1 290 Kč.")]
    [InlineData("Short", ".A line that begins with a dot.")]
    public async Task Message_ArrivesWithItsSubjectAndEveryLetter(string subject, string text)
    {
        var sent = await SenderOf(_server!.Port).SendAsync(new OutgoingMessage("m-1", "zakaznik@example.com", new CustomerText(text)) { Subject = new CustomerText(subject) }, Cancellation);

        Assert.Equal(new MessageAccepted("m-1"), sent);
        var mail = Assert.Single(_carrier.Messages.All);
        Assert.Equal(("zakaznik@example.com", "obchod@example.com", true), (mail.To, mail.From, mail.IsMail));
        Assert.Equal($"{subject}\n{text}", mail.Body);
        Assert.Equal("delivered", mail.Status);
    }

    [Fact]
    public async Task ServerThatIsNotThere_IsTriedAgain()
    {
        var refused = Assert.IsType<MessageRefused>(await SenderOf(FreePort()).SendAsync(Message(), Cancellation));
        Assert.True(refused.MayRetry);
    }

    [Theory]
    [InlineData("451 later", true)]
    [InlineData("550 no such mailbox", false)]
    public async Task ServerThatRefuses_IsBelieved(string answer, bool mayRetry)
    {
        using var server = new Refusing(answer);
        Assert.Equal(mayRetry, Assert.IsType<MessageRefused>(await SenderOf(server.Port).SendAsync(Message(), Cancellation)).MayRetry);
    }

    [Fact]
    public async Task WhatBecameOfAMessage_CannotBeAskedOfAServer()
        => Assert.IsType<MessageUncertain>(await SenderOf(_server!.Port).FindAsync(Message(), DateTimeOffset.UnixEpoch, Cancellation));

    private static OutgoingMessage Message() => new("m-1", "zakaznik@example.com", new CustomerText("text")) { Subject = new CustomerText("subject") };

    private static MailSender SenderOf(int port)
    {
        var settings = new ShopSettings(new ShopOptions(), new IdentificationOptions(), []);
        return new MailSender(
            new MailPost(() => new MailOptions { Host = "127.0.0.1", Port = port, From = "obchod@example.com", StartTls = false }, settings, new OutsideTraffic(),
                new Signals(TimeProvider.System), TimeProvider.System), settings);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A server that refuses the first recipient.</summary>
    private sealed class Refusing : IDisposable
    {
        private readonly TcpListener _listener = new(System.Net.IPAddress.Loopback, 0);

        public Refusing(string answer)
        {
            _listener.Start();
            _ = AnswerAsync(answer);
        }

        public int Port => ((System.Net.IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose() => _listener.Dispose();

        private async Task AnswerAsync(string answer)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 here");
            while (await reader.ReadLineAsync() is { } line)
            {
                await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? answer : "250 ok");
            }
        }
    }
}
