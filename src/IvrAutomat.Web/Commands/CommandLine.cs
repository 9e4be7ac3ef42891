using System.CommandLine;

namespace IvrAutomat.Web.Commands;

/// <summary>The command line: serve (the default), call, phone, check, prompts, replay, doctor, backup, orders, cases, accounts, privacy, line, announcement, upgates, fallback-twiml.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for; what is left over are settings, as <c>--Shop:Line=+420…</c>.</summary>
    /// <returns>0, or 1 when something is wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("A voice automat for e-shops. Without a command it serves calls; settings may follow as --Name=value.")
        {
            CallCommand.Create(),
            PhoneCommand.Create(),
            CheckCommand.Create(),
            PromptsCommand.Create(),
            ReplayCommand.Create(),
            OrdersCommand.Create(),
            CasesCommand.Create(),
            AccountsCommand.Create(),
            PrivacyCommand.Create(),
            LineCommand.Create(),
            AnnouncementCommand.Create(),
            MirrorCommands.Connect(),
            DoctorCommand.Create(),
            BackupCommand.Create(),
            FallbackTwimlCommand.Create(),
        };
        var serve = new Command("serve", "Takes calls. This is what happens without a command.") { TreatUnmatchedTokensAsErrors = false };
        root.TreatUnmatchedTokensAsErrors = false;
        root.Add(serve);
        serve.SetAction((parsed, stop) => ServeCommand.RunAsync([.. parsed.UnmatchedTokens], stop));
        root.SetAction(async (parsed, stop) =>
        {
            if (parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-'))
            {
                await Console.Error.WriteLineAsync($"There is no command '{first}'. See --help.");
                return 1;
            }

            return await ServeCommand.RunAsync([.. parsed.UnmatchedTokens], stop);
        });
        var parsed = root.Parse(args);
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Patience(parsed, root, serve) });
    }

    // Serving ends by itself, after its callers; of everything else little is left to do once it is told to stop.
    private static TimeSpan? Patience(ParseResult parsed, RootCommand root, Command serve)
        => parsed.CommandResult.Command == serve || parsed.CommandResult.Command == root ? null : TimeSpan.FromSeconds(2);
}
