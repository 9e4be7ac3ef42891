using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Calls;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Privacy;

/// <summary>A customer who complains in own words: the call that leaves most behind.</summary>
internal static class ComplaintCall
{
    public const string Phone = "+420601000006";
    public const string Order = "2026001006";
    public const string OrderId = "demo-06";
    public const string Words = "po týdnu přestala svítit";

    /// <summary>Plays it to its end; its identifier.</summary>
    public static async Task<string> PlayAsync(CallHost host)
    {
        using var phone = host.Phone(Phone);
        await phone.IdentifyAsync(Order, "8642");
        await phone.PressAsync("4");
        await phone.PressAsync("2");
        await phone.SayAsync(Words);
        await phone.PressAsync("1");
        await phone.PressAsync("2");
        Assert.Contains("Reklamace je přijatá", (await phone.PressAsync("1")).Said, StringComparison.Ordinal);
        await phone.ReportAsync();
        await SentAsync(host);
        return phone.CallSid;
    }

    // The receipts are on their way when the caller hangs up; they are part of what is left.
    private static async Task SentAsync(CallHost host)
    {
        for (var look = 0; look < 200 && await host.ReadAsync(db => db.Messages.AnyAsync(row => row.State == MessageState.Waiting || row.State == MessageState.Posting)); look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
