using System.CommandLine;
using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Settings;

namespace IvrAutomat.Web.Commands;

/// <summary>Answers a customer who asks what is kept about their phone number, or that it be erased. Make sure first that the number is theirs.</summary>
internal static class PrivacyCommand
{
    public static Command Create() => new("privacy", "Exports or erases what is kept about one phone number.") { Export(), Erase() };

    private static Argument<string> Phone() => new("phone") { Description = "The number, as +420 and nine digits." };

    private static Command Export()
    {
        var phone = Phone();
        var command = new Command("export", "Prints everything that is kept about a phone number, as JSON.") { phone };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(phone), [.. parsed.UnmatchedTokens], async (services, number) =>
        {
            Console.WriteLine(await services.GetRequiredService<PersonExport>().WriteAsync(number, AuditBook.Command, stop));
            return 0;
        }, stop));
        return command;
    }

    private static Command Erase()
    {
        var phone = Phone();
        var yes = new Option<bool>("--yes") { Description = "Erases. Without it nothing is erased: it only says what would be." };
        var command = new Command("erase", "Erases what is kept about a phone number, and says what must be kept and why.") { phone, yes };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(phone), [.. parsed.UnmatchedTokens], async (services, number) =>
        {
            var erasure = services.GetRequiredService<PersonErasure>();
            var isMeant = parsed.GetValue(yes);
            Print(isMeant ? await erasure.EraseAsync(number, AuditBook.Command, stop) : await erasure.LookAsync(number, stop), isMeant);
            return isMeant ? 0 : 1;
        }, stop));
        return command;
    }

    private static void Print(ErasureReport report, bool isDone)
    {
        Console.WriteLine(report.Erased.IsEmpty ? "There is nothing to erase." : isDone ? "Erased:" : "Would be erased:");
        foreach (var each in report.Erased)
        {
            Console.WriteLine($"  {each.Count} {each.What}");
        }

        if (!report.Kept.IsEmpty)
        {
            Console.WriteLine(isDone ? "Kept:" : "Would be kept:");
            foreach (var each in report.Kept)
            {
                Console.WriteLine($"  {each.Count} {ErasureReasons.Of(each.What)}");
            }
        }

        if (!isDone)
        {
            Console.WriteLine("Nothing was erased. Say --yes to erase.");
        }
    }

    private static async Task<int> RunAsync(string phone, string[] args, Func<IServiceProvider, PhoneNumber, Task<int>> run, CancellationToken stop)
    {
        if (PhoneNumber.Parse(phone) is not { } number)
        {
            await Console.Error.WriteLineAsync("That is no phone number. Write it as +420 and nine digits.");
            return 1;
        }

        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin(args));
            await AutomatHost.OpenAsync(app, stop);
            return await run(app.Services, number);
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }
}
