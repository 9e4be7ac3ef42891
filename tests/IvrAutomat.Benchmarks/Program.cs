using System.CommandLine;
using IvrAutomat.Benchmarks;
using IvrAutomat.Benchmarks.Hosts;
using IvrAutomat.Benchmarks.Import;
using IvrAutomat.Benchmarks.Offers;
using IvrAutomat.Benchmarks.Pages;
using IvrAutomat.Benchmarks.Voices;

var root = new RootCommand("Measures one decision of Core and, layer by layer, turns per second over HTTP; all within one run.");
BenchmarkPlan.Register(root, BenchmarkRun.RunAsync);
root.Add(ServedHost.Command());
root.Add(ImportRun.Command());
root.Add(PagesRun.Command());
root.Add(OffersRun.Command());
root.Add(VoiceRun.Command());
return await root.Parse(args).InvokeAsync();
