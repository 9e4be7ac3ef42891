using IvrAutomat.Simulator;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Mail;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Tests.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Helpdesk;

/// <summary>The demo shop whose cases go by e-mail, over a real connection, to a mail server that can go wrong.</summary>
internal sealed class HelpdeskScene : IAsyncDisposable
{
    public const string Mailbox = "podpora@example.com";

    private readonly CarrierNetwork _network;
    private readonly MailServer _server;

    private HelpdeskScene(ShopFixture shop)
    {
        Shop = shop;
        Manner = new MailStandIn(shop.Clock);
        _network = new CarrierNetwork(new SimulatorOptions(), shop.Clock);
        _server = new MailServer(_network, Manner, shop.Clock);
    }

    public ShopFixture Shop { get; }

    public MailStandIn Manner { get; }

    /// <summary>What the mail server has taken.</summary>
    public IReadOnlyList<TextMessage> Mails => _network.Messages.All;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HelpdeskScene> OpenAsync(string provider = Persistence.BothDatabasesAttribute.Sqlite)
    {
        var scene = new HelpdeskScene(await ShopFixture.CreateAsync(provider));
        await scene._server.StartAsync(Cancellation);
        scene.Shop.Mail = new MailOptions { Host = "127.0.0.1", Port = scene._server.Port, From = "automat@example.com", StartTls = false };
        scene.Shop.Systems = SystemOptions.None with { Helpdesk = new HelpdeskOptions { Mailbox = Mailbox } };
        await scene.Shop.StartAsync();
        return scene;
    }

    /// <summary>Puts the clock forward and lets the worker look.</summary>
    public void Pass(TimeSpan time)
    {
        Shop.Clock.Advance(time);
        Shop.Get<Receipts>().Promised();
    }

    /// <summary>Waits for the n-th e-mail.</summary>
    public async Task<TextMessage> MailAsync(int n = 1)
    {
        for (var look = 0; Mails.Count < n; look++)
        {
            Assert.True(look < 300, $"There are {Mails.Count} e-mails after 15 seconds instead of {n}.");
            await Task.Delay(50, Cancellation);
        }

        return Mails[n - 1];
    }

    /// <summary>Waits until the only e-mail about a case stands so.</summary>
    public async Task<MessageRow> RowAsync(Func<MessageRow, bool> reached)
    {
        for (var look = 0; ; look++)
        {
            await using var db = Shop.Database.Open();
            var row = await db.Messages.AsNoTracking().Where(message => message.Channel == CaseMailQueue.Channel).OrderBy(message => message.CreatedAt).FirstOrDefaultAsync(Cancellation);
            if (row is not null && reached(row))
            {
                return row;
            }

            Assert.True(look < 300, $"The e-mail is {row?.State} after {row?.Attempts} attempts.");
            await Task.Delay(50, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
        _network.Dispose();
    }
}
