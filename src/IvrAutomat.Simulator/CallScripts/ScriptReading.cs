namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Something in a script that cannot be understood.</summary>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what could stand there.</param>
public sealed record ScriptError(string File, int Line, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>A script, or all that is wrong with it.</summary>
/// <remarks>Exactly one of the two: a script, or at least one error.</remarks>
public sealed record ScriptReading(CallScript? Script, IReadOnlyList<ScriptError> Errors);
