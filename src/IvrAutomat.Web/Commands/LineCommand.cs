using System.CommandLine;
using System.Globalization;
using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Settings;

namespace IvrAutomat.Web.Commands;

/// <summary>Switches the line from the machine itself: the way back to people that works without a browser.</summary>
internal static class LineCommand
{
    private static readonly (string Name, LineMode Mode, string Description)[] Modes =
    [
        ("on", LineMode.On, "The automat takes all calls."),
        ("off", LineMode.Off, "People take all calls."),
        ("test", LineMode.Test, "The automat takes calls from Line:TestNumbers."),
        ("after-hours", LineMode.AfterHours, "The automat takes calls while the shop is closed."),
    ];

    public static Command Create()
    {
        var line = new Command("line", "Who takes new calls: the automat or people.");
        foreach (var (name, mode, description) in Modes)
        {
            line.Add(Switch(new Command(name, description), mode, number: null));
        }

        line.Add(Switch(
            new Command("overflow", "People ring first; the automat takes what they do not answer."),
            LineMode.Overflow,
            new Argument<int?>("seconds") { Description = "How long people ring, 5 to 60 seconds. Left out: as before.", Arity = ArgumentArity.ZeroOrOne }));
        line.Add(Switch(
            new Command("share", "The automat takes a share of the callers."),
            LineMode.Share,
            new Argument<int?>("percent") { Description = "How many of a hundred, 0 to 100. Left out: as before.", Arity = ArgumentArity.ZeroOrOne }));
        var status = new Command("status", "Says how the line is switched.") { TreatUnmatchedTokensAsErrors = false };
        status.SetAction((parsed, stop) => RunAsync(parsed.UnmatchedTokens, book => TellAsync(book, stop), stop));
        line.Add(status);
        return line;
    }

    private static Command Switch(Command command, LineMode mode, Argument<int?>? number)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        if (number is not null)
        {
            command.Add(number);
        }

        command.SetAction((parsed, stop) => RunAsync(
            parsed.UnmatchedTokens, book => SwitchAsync(book, mode, number is null ? null : parsed.GetValue(number), stop), stop));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> args, Func<LineBook, Task<int>> run, CancellationToken stop)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin([.. args]));
            await AutomatHost.OpenAsync(app, stop);
            return await run(app.Services.GetRequiredService<LineBook>());
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }

    private static async Task<int> SwitchAsync(LineBook book, LineMode mode, int? number, CancellationToken stop)
    {
        switch (await book.SwitchAsync(AuditBook.Command, mode, number, stop))
        {
            case LineSwitched.NobodyThere:
                await Console.Error.WriteLineAsync("Nobody would answer: Shop:HumanNumber is missing. Set it to the phone of the people.");
                return 1;
            case LineSwitched.OutOfRange:
                await Console.Error.WriteLineAsync("That number cannot be used: overflow takes 5 to 60 seconds, share 0 to 100 percent.");
                return 1;
            default:
                return await TellAsync(book, stop);
        }
    }

    private static async Task<int> TellAsync(LineBook book, CancellationToken stop)
    {
        var state = await book.ReadAsync(stop);
        var number = state.Mode switch
        {
            LineMode.Overflow => $" ({state.OverflowSeconds} s)",
            LineMode.Share => $" ({state.SharePercent} %)",
            _ => string.Empty,
        };
        var since = state.ChangedAt is { } at
            ? $"since {at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, by {state.ChangedBy}"
            : "as the settings say";
        Console.WriteLine($"The line is {state.Mode}{number}, {since}.");
        return 0;
    }
}
