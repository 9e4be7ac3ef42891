namespace IvrAutomat.Prompts;

/// <summary>A decision and a prompt file broke their contract at run time. Names the prompt and the slot, never a value.</summary>
public sealed class PromptException : Exception
{
    internal PromptException(string key, string? slot, string message)
        : base(message)
    {
        Key = key;
        Slot = slot;
    }

    /// <summary>The prompt's key.</summary>
    public string Key { get; }

    /// <summary>The slot, when one slot is at fault.</summary>
    public string? Slot { get; }
}
