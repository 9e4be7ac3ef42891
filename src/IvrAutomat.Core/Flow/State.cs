namespace IvrAutomat.Flow;

/// <summary>
/// A place in the conversation, known by its name. The name is what a stored call keeps, so it must not be renamed
/// while calls are live. A state holds no data: the facts of one call live in the call.
/// </summary>
/// <param name="Name">English, PascalCase, unique in one flow.</param>
public readonly record struct State(string Name)
{
    /// <inheritdoc />
    public override string ToString() => Name;
}
