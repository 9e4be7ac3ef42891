using System.CommandLine;
using IvrAutomat.Proof.BadCarrier;
using IvrAutomat.Proof.Canary;
using IvrAutomat.Proof.Fuzz;
using IvrAutomat.Proof.Guesses;
using IvrAutomat.Proof.Kills;

var root = new RootCommand("Proves what the automat promises, by doing the worst to it. Each proof has a short form and, with --long, a long one.");
root.Add(CanaryCommand.Create());
root.Add(CarrierCommand.Create());
root.Add(KillsCommand.Create());
root.Add(FuzzCommand.Create());
root.Add(GuessesCommand.Create());
return await root.Parse(args).InvokeAsync();
