using System.CommandLine;
using IvrAutomat.Web.Stage;

namespace IvrAutomat.Web.Commands;

/// <summary>A phone at the terminal: calls the demo shop, or is the phone of an agent of a running server.</summary>
internal static class PhoneCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "Who calls: a number as +420601000001, or withheld.", DefaultValueFactory = _ => "+420601000001" };
        var agent = new Option<string?>("--agent") { Description = "Be the phone of this agent and wait for calls; use it with --url." };
        var url = new Option<Uri?>("--url")
        {
            Description = "A server that runs already. Without it one is started for this call, with a temporary database.",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal))
                {
                    return address;
                }

                result.AddError("--url is no address. Write it as http://localhost:5080.");
                return null;
            },
        };
        var fast = new Option<bool>("--fast") { Description = "Skip what is being spoken as soon as it is printed." };
        var command = new Command("phone", "Calls from the terminal: prints what is heard, takes keys and words.") { from, agent, url, fast };
        command.SetAction((parsed, stop) => PhoneCall.RunAsync(
            parsed.GetRequiredValue(from), parsed.GetValue(agent), parsed.GetValue(url), parsed.GetValue(fast), stop));
        return command;
    }
}
