using System.CommandLine;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;

namespace IvrAutomat.Web.Commands;

/// <summary>Changes of orders that no caller asks the automat for: <c>upgates point</c>, <c>upgates invoice</c>.</summary>
internal static class UpgatesEditCommands
{
    /// <summary>Has a parcel collected elsewhere.</summary>
    public static Command Point()
    {
        var number = NumberArgument();
        var point = new Argument<string>("point") { Description = "The point, by its number in the shop's list of the order's way of delivery." };
        var command = new Command("point", "Changes the pick-up point of an order that was not dispatched yet.") { number, point };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync(
            [.. parsed.UnmatchedTokens], parsed.GetRequiredValue(number), new OrderEdit.PickUpPoint(parsed.GetRequiredValue(point)), stop));
        return command;
    }

    /// <summary>Issues an invoice or makes it again.</summary>
    public static Command Invoice()
    {
        var number = NumberArgument();
        var ico = new Option<string?>("--ico") { Description = "The company number (IČO) for a company; with --company." };
        var name = new Option<string?>("--company") { Description = "The name of the company; with --ico." };
        var dic = new Option<string?>("--dic") { Description = "The company's tax number (DIČ), if it has one." };
        var command = new Command("invoice", "Issues the invoice of an order, or makes it again from what the order says.") { number, ico, name, dic };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, stop) =>
        {
            var (company, wrong) = CompanyOf(parsed.GetValue(ico), parsed.GetValue(name), parsed.GetValue(dic));
            if (wrong is not null)
            {
                await Console.Error.WriteLineAsync(wrong);
                return 1;
            }

            return await RunAsync([.. parsed.UnmatchedTokens], parsed.GetRequiredValue(number), new OrderEdit.Invoice(company), stop);
        });
        return command;
    }

    /// <summary>The company that was given; null when none was, and what is wrong with it; null when nothing is.</summary>
    internal static (InvoicedCompany? Company, string? Wrong) CompanyOf(string? ico, string? name, string? dic)
    {
        var (number, called) = (ico?.Replace(" ", string.Empty), name?.Trim());
        return (string.IsNullOrEmpty(number), string.IsNullOrEmpty(called)) switch
        {
            (true, true) => (null, string.IsNullOrWhiteSpace(dic) ? null : "--dic needs --ico and --company."),
            (true, false) or (false, true) => (null, "A company needs both: --ico and --company."),
            _ when !CompanyNumber.IsValid(number!) => (null, "--ico is not a company number: eight digits, of which the last one checks the others."),
            _ => (new InvoicedCompany(called!, number!, string.IsNullOrWhiteSpace(dic) ? null : dic.Trim()), null),
        };
    }

    private static Argument<string> NumberArgument() => new("number") { Description = "The order's number, as the shop writes it." };

    private static Task<int> RunAsync(string[] args, string number, OrderEdit edit, CancellationToken stop)
        => MirrorCommands.RunAsync(args, needsAccount: true, (services, stopped) => PerformAsync(services, number, edit, stopped), stop);

    private static async Task<int> PerformAsync(IServiceProvider services, string number, OrderEdit edit, CancellationToken stop)
    {
        var answer = await services.GetRequiredService<EditDesk>().PerformAsync(number, edit, stop);
        await (answer.IsDone ? Console.Out : Console.Error).WriteLineAsync(answer.Words);
        return answer.IsDone ? 0 : 1;
    }
}
