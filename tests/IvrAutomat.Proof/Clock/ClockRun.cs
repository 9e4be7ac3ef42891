namespace IvrAutomat.Proof.Clock;

/// <summary>Lets the wall clock jump, each time in houses of their own, and judges what became of calls, promises and locks.</summary>
internal static class ClockRun
{
    /// <summary>Plays all jumps and judges them.</summary>
    public static async Task<Verdict> RunAsync(ClockPlan plan, Action<string> tell, CancellationToken cancellationToken)
    {
        var (figures, broken) = (new List<string>(), new List<string>());
        foreach (var jump in plan.Jumps)
        {
            var calls = await CallsUnderJump.RunAsync(jump, plan, cancellationToken);
            var guards = await GuardsUnderJump.RunAsync(jump, cancellationToken);
            var figure = $"{jump.Name,-20} {calls.Figures[0]}";
            tell(figure);
            figures.Add(figure);
            broken.AddRange(calls.Broken.Concat(guards).Select(each => $"{jump.Name}: {each}"));
        }

        return new Verdict(figures, broken);
    }
}
