using System.Net;
using IvrAutomat.Calls;
using IvrAutomat.Proof.Callers;
using IvrAutomat.Proof.Guesses;
using IvrAutomat.Proof.World;
using IvrAutomat.Queue;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Proof.Clock;

/// <summary>
/// What is to hold for some time although the clock jumps: an order and an account that are locked, a colleague who is signed in, a customer who
/// was promised a call.
/// </summary>
internal sealed class GuardsUnderJump(OpenHouse house, ForwardClock clock, ClockJump jump, CancellationToken cancellationToken)
{
    private const string Guessed = "2026001005", RightPin = "3140", Customer = "+420603000077", Account = "petr";

    private static readonly TimeSpan Session = TimeSpan.FromHours(12);

    private readonly List<string> _broken = [];

    /// <summary>Plays one jump and judges.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(ClockJump jump, CancellationToken cancellationToken) =>
    [
        .. await InAHouseAsync(jump, guards => guards.LocksAsync(), cancellationToken),
        .. await InAHouseAsync(jump, guards => guards.CallbackAsync(), cancellationToken),
    ];

    private static async Task<IReadOnlyList<string>> InAHouseAsync(ClockJump jump, Func<GuardsUnderJump, Task> play, CancellationToken cancellationToken)
    {
        // A working day's noon, so that a jump alone makes no night of it; on the nights of the change it is night.
        var clock = new ForwardClock(jump.Before ?? new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));
        await using var house = await OpenHouse.StartAsync(time: clock, cancellationToken: cancellationToken);
        var guards = new GuardsUnderJump(house, clock, jump, cancellationToken);
        await play(guards);
        guards._broken.AddRange(house.Log.Lines.Where(line => line.Contains("Exception", StringComparison.Ordinal)).Select(line => $"the log says: {line}"));
        return guards._broken;
    }

    private async Task LocksAsync()
    {
        using var delivery = new Delivery(OpenHouse.Account, house.Address.AbsoluteUri.TrimEnd('/'));
        var attacker = new Attacker(() => house.Address, delivery);
        await attacker.CallAsync("+420777000001", Guessed, ["9081", "9082", "9083"], cancellationToken);
        await attacker.CallAsync("+420777000002", Guessed, ["9084", "9085"], cancellationToken);
        for (var each = 0; each < SignIn.MostFailures; each++)
        {
            await TryPasswordAsync();
        }

        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = house.Address };
        using var form = new FormUrlEncodedContent([new("name", "jana")]);
        using var signedIn = await browser.PostAsync("/console/sign-in/demo", form, cancellationToken);

        clock.Advance(jump.By);

        var call = await attacker.CallAsync("+420777000003", Guessed, [RightPin], cancellationToken);
        var isOpen = (await Tally.OfAsync(house.ReadAsync, [call.Sid])).Right > 0;
        Expect(!isOpen || jump.By >= Lockout.Memory, "an order that was locked by five failures is open again");
        Expect(await TryPasswordAsync() == AuditActs.Refused || jump.By >= SignIn.LockFor, "an account that was locked by five wrong passwords may be tried again");
        using var page = await browser.GetAsync("/console", cancellationToken);
        Expect(page.StatusCode == HttpStatusCode.OK || jump.By >= Session, $"a colleague who is signed in gets {(int)page.StatusCode}");
    }

    // What the audit says of it: only there a wrong password differs from one that was not looked at.
    private async Task<string> TryPasswordAsync()
    {
        await house.Services.GetRequiredService<SignIn>().CheckAsync(Account, "not it", cancellationToken);
        return await house.ReadAsync(db => db.Audit.OrderByDescending(row => row.Id).Select(row => row.Act).FirstAsync(cancellationToken));
    }

    // Promised for a time that has come; a colleague is ready. Nobody is rung while it may not be, and afterwards once.
    private async Task CallbackAsync()
    {
        await house.ReadAsync(async db =>
        {
            var now = clock.GetUtcNow();
            db.Cases.Add(new CaseRow
            {
                Id = "promised",
                Number = "P1",
                Kind = $"{CaseKind.Callback}",
                Reason = $"{HandoverReason.Asked}",
                CallId = string.Empty,
                Owner = string.Empty,
                Contact = HeldPhone.Protect(house.Services.GetRequiredService<Secrets>(), PhoneNumber.Parse(Customer)!.Value),
                CreatedAt = now.AddHours(-3),
                CallbackFrom = now.AddHours(-2),
                CallbackUntil = now.AddDays(4),
                DueAt = now.AddDays(4),
            });
            db.AgentStates.Add(new AgentStateRow { Agent = "Jana", State = AgentStateName.Ready, Since = now });
            return await db.SaveChangesAsync(cancellationToken);
        });
        clock.Advance(jump.By);
        for (var hours = 0; !MayDial() && hours < 100; hours++)
        {
            await Task.Delay(TimeSpan.FromSeconds(hours == 0 ? 3 : 0), cancellationToken);
            Expect(Rung().Count == 0, $"somebody is rung at {Local():ddd HH:mm}");
            clock.Advance(TimeSpan.FromHours(1));
        }

        var began = TimeProvider.System.GetTimestamp();
        while (Rung().Count == 0 && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10))
        {
            await Task.Delay(100, cancellationToken);
        }

        // Back once more, while the phone rings.
        clock.Advance(jump.By < TimeSpan.Zero ? jump.By : TimeSpan.Zero);
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        Expect(Rung().Count == 1, $"for a promised call {Rung().Count} phones rang at {Local():ddd HH:mm}");
    }

    private IReadOnlyList<PhoneCall> Rung() => [.. house.Services.GetRequiredService<CarrierNetwork>().Calls.Where(call => !call.IsInbound)];

    private DateTime Local() => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), house.Services.GetRequiredService<ShopSettings>().Profile.TimeZone).DateTime;

    private bool MayDial() => CallbackTimes.MayDial(Local());

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            _broken.Add(otherwise);
        }
    }
}
