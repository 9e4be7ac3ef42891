namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Leaves a script at the step that did not hold; never leaves the runner, which turns it into a result.</summary>
internal sealed class StepFailedException(int line, string message) : Exception(message)
{
    public int Line => line;
}
