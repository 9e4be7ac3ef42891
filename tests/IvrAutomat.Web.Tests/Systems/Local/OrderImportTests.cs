using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Local;
using IvrAutomat.Web.Shop.Pins;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Local;

public sealed class OrderImportTests
{
    private const string First = "2026/0001;2026-11-20;1290,50;Balí se;601000101";
    private const string Second = "VO-2026-0002;2026-11-21;849;Čeká na platbu;601000102";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task ImportedOrders_AreFoundByNumberAndRead(string provider)
    {
        await using var shop = await LocalShop.OpenAsync(provider);

        var result = await shop.ImportAsync($"{LocalShop.Header}\n{First}\n{Second}\n");

        Assert.Equal((2, 0, 0, 0), (result!.New, result.Changed, result.Same, result.Rejected));
        var order = await shop.FindAsync("20260001");
        Assert.Equal(("2026/0001", OrderState.Packing, 1290.50m), (order!.Number, order.State, order.Total));
        Assert.Equal(OrderState.AwaitingTransfer, (await shop.FindAsync("20260002"))!.State);
        var caller = await shop.House.Desk.RecogniseAsync(PhoneNumber.Parse("+420601000101"), Cancellation);
        Assert.True(caller.HasOpenOrder);
    }

    [Theory, BothDatabases]
    public async Task ImportedAgain_OrdersFollowTheFile_AndWhatIsTheSameIsLeftAlone(string provider)
    {
        await using var shop = await LocalShop.OpenAsync(provider);
        await shop.ImportAsync($"{LocalShop.Header};invoice\n{First};\n{Second};\n");

        var result = await shop.ImportAsync($"{LocalShop.Header};invoice\n{First.Replace("Balí se", "Odeslaná", StringComparison.Ordinal)};F-778899\n{Second};\n");

        Assert.Equal((0, 1, 1), (result!.New, result.Changed, result.Same));
        Assert.Equal(OrderState.OnTheWay, (await shop.FindAsync("20260001"))!.State);
        Assert.Equal("2026/0001", (await shop.FindAsync("778899"))!.Number);
        await using var db = shop.House.Database.Open();
        Assert.Equal((0, 0), (await db.ImportOrders.CountAsync(Cancellation), await db.ImportKeys.CountAsync(Cancellation)));
    }

    [Theory, BothDatabases]
    public async Task ManyChanges_AreTakenOverInPieces_AndAllOfThem(string provider)
    {
        await using var shop = await LocalShop.OpenAsync(provider);
        static string File(string status) => LocalShop.Header + "\n"
            + string.Concat(Enumerable.Range(0, 4_500).Select(n => $"{20260000 + n};2026-11-20;100;{status};601000101\n"));
        await shop.ImportAsync(File("Balí se"));

        var result = await shop.ImportAsync(File("Doručená"));

        Assert.Equal((0, 4_500), (result!.New, result.Changed));
        await using var db = shop.House.Database.Open();
        Assert.Equal(4_500, await db.Orders.CountAsync(row => row.ImportId != null && row.Data.Contains("\"Delivered\""), Cancellation));
        Assert.Equal(4_500, (await shop.CountAsync()).Keys);
    }

    [Theory, BothDatabases]
    public async Task AFileThatBreaksOff_ChangesNothing(string provider)
    {
        await using var shop = await LocalShop.OpenAsync(provider);
        await shop.ImportAsync($"{LocalShop.Header}\n{First}\n");
        var long_ = string.Concat(Enumerable.Range(0, 1_200).Select(n => $"{20270000 + n};2026-11-20;100;Nová;\n"));

        var broken = await Assert.ThrowsAsync<OrderFileException>(
            () => shop.ImportAsync($"{LocalShop.Header}\n{First.Replace("Balí se", "Odeslaná", StringComparison.Ordinal)}\n{long_}2028001;2026-11-20;100;\"Nová;\n1;2;3;4;\n"));

        Assert.Contains("line 1203", broken.Message, StringComparison.Ordinal);
        Assert.Equal(OrderState.Packing, (await shop.FindAsync("20260001"))!.State);
        Assert.Null(await shop.FindAsync("20270000"));
        await shop.ImportAsync($"{LocalShop.Header}\n{Second}\n");
        Assert.Equal((2, 2, 2), await shop.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task AnImportCutOff_LeavesNothingToSee_AndTheNextStartsClean(string provider)
    {
        await using var shop = await LocalShop.OpenAsync(provider);
        var file = shop.Write(LocalShop.Header + "\n" + string.Concat(Enumerable.Range(0, 1_600).Select(n => $"{20270000 + n};2026-11-20;100;Nová;601000101\n")));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => shop.ImportFileAsync(file, progress: rows => { if (rows >= 1_000) { stop.Cancel(); } }, stop: stop.Token));

        Assert.Equal(1_000, (await shop.CountAsync()).Orders);
        Assert.Null(await shop.FindAsync("20270000"));
        Assert.False((await shop.House.Desk.RecogniseAsync(PhoneNumber.Parse("+420601000101"), Cancellation)).HasOpenOrder);

        Assert.Equal(1_600, (await shop.ImportFileAsync(file))!.New);
        Assert.Equal((1_600, 1_600, 1), await shop.CountAsync());
    }

    [Fact]
    public async Task WhileOneImportRuns_NoOtherBegins()
    {
        await using var shop = await LocalShop.OpenAsync();
        var file = shop.Write($"{LocalShop.Header}\n{First}\n");
        var other = shop.Write($"{LocalShop.Header}\n{Second}\n", "other.csv");
        Task<ImportResult?>? meanwhile = null;

        Assert.NotNull(await shop.ImportFileAsync(file, progress: _ => meanwhile ??= shop.ImportFileAsync(other)));

        Assert.Null(await meanwhile!);
    }

    [Theory, BothDatabases]
    public async Task WhileAnImportRuns_WhatCallsSaveIsSavedInTime(string provider)
    {
        await using var shop = await LocalShop.OpenAsync(provider);
        var file = shop.Write(LocalShop.Header + "\n" + string.Concat(Enumerable.Range(0, 8_000).Select(n => $"{20270000 + n};2026-11-20;100;Nová;601000101\n")));
        var import = Task.Run(() => shop.ImportFileAsync(file), Cancellation);
        var slowest = TimeSpan.Zero;
        var saved = 0;
        while (!import.IsCompleted)
        {
            var began = TimeProvider.System.GetTimestamp();
            await shop.House.SaveAsync(new CancelOrder("nobody's"));
            var took = TimeProvider.System.GetElapsedTime(began);
            slowest = took > slowest ? took : slowest;
            saved++;
        }

        Assert.Equal(8_000, (await import)!.New);
        Assert.True(saved > 10 && slowest < TimeSpan.FromSeconds(2), $"{saved} times something was saved; the slowest took {slowest.TotalSeconds:0.0} s.");
    }

    [Fact]
    public async Task ARejectedRow_HasAllItsReasons_AndNoneQuotesAValue()
    {
        await using var shop = await LocalShop.OpenAsync();

        var result = await shop.ImportAsync(
            "number;ordered;total;status;phone;email;payment;paid;currency;company_number;pin\n"
            + "12;31.31.2026;mnoho;;tajné-číslo;tajný mail;směnka;možná;EUR;12345678;1234\n"
            + "20260001;2026-11-20;100;Nová;;;;;;;\n20260001;2026-11-20;100;Nová;;;;;;;\n");

        Assert.Equal((1, 2), (result!.New, result.Rejected));
        Assert.Equal([2, 4], shop.Rejected.Select(row => row.Line));
        string[] columns = ["number", "ordered", "total", "status", "phone", "email", "payment", "paid", "currency", "company_number", "pin"];
        Assert.Equal(columns.Order(), shop.Rejected[0].Reasons.Select(reason => reason.Split(':')[0]).Order());
        Assert.DoesNotContain(shop.Rejected[0].Reasons, reason => reason.Contains("tajn", StringComparison.Ordinal) || reason.Contains("12345678", StringComparison.Ordinal));
        Assert.Equal("number: stands on line 3 already", Assert.Single(shop.Rejected[1].Reasons));
    }

    [Fact]
    public async Task AStatusWithoutAMeaning_IsImportedAndTold()
    {
        await using var shop = await LocalShop.OpenAsync();

        var result = await shop.ImportAsync($"{LocalShop.Header}\n20260001;2026-11-20;100;Čeká na dodavatele;\n");

        Assert.Equal(("Čeká na dodavatele", 1), result!.UnknownStatuses.Select(word => (word.Key, word.Value)).Single());
        var order = await shop.FindAsync("20260001");
        Assert.Equal((OrderState.Unknown, "Čeká na dodavatele"), (order!.State, order.ShopStatus));
    }

    [Fact]
    public async Task APinOfTheFile_OpensTheOrder_AndWithoutOneTheDerivedDoes()
    {
        await using var shop = await LocalShop.OpenAsync();
        await shop.ImportAsync($"{LocalShop.Header};pin\n20260001;2026-11-20;100;Nová;601000101;4821\n20260002;2026-11-20;100;Nová;601000102;\n");
        var derived = shop.House.Get<OrderPins>().Derive("20260002", version: 0);

        async Task<PinVerdict> TryAsync(string number, string pin) => (await shop.House.TryAsync((await shop.RowAsync(number)).Id, pin, from: null)).Verdict;
        Assert.Equal(PinVerdict.Right, await TryAsync("20260001", "4821"));
        Assert.Equal(PinVerdict.Right, await TryAsync("20260002", derived));
        Assert.Equal(PinVerdict.Wrong, await TryAsync("20260002", "4821"));
    }

    [Fact]
    public async Task WhereTheFileGivesThePin_ARowWithoutOneIsRejected_AndWithCodesOnlyNoneIsNeeded()
    {
        await using var fields = await LocalShop.OpenAsync(identification: new IdentificationOptions { Pin = PinSource.OrderField, PinLength = 4 });
        await using var codes = await LocalShop.OpenAsync(identification: new IdentificationOptions { Pin = PinSource.CodeOnly, PinLength = 4 });

        Assert.Equal(1, (await fields.ImportAsync($"{LocalShop.Header}\n{First}\n"))!.Rejected);
        Assert.Equal(1, (await codes.ImportAsync($"{LocalShop.Header}\n{First}\n"))!.New);
    }
}
