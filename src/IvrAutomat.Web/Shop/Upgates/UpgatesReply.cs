using System.Text.Json;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>What became of a request to Upgates. It prints neither address nor content.</summary>
/// <param name="Fate">In one word.</param>
/// <param name="Why">For logs: a status or a code of ours.</param>
internal sealed record UpgatesReply(UpgatesFate Fate, string Why)
{
    /// <summary>The JSON object that was answered; undefined unless <see cref="UpgatesFate.Answered"/>.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The HTTP status; 0 without an answer.</summary>
    public int Status { get; init; }

    /// <summary>Usable content came.</summary>
    public bool IsAnswered => Fate == UpgatesFate.Answered;

    /// <inheritdoc />
    public override string ToString() => $"{Fate}: {Why}";
}

/// <summary>What became of a request.</summary>
internal enum UpgatesFate
{
    /// <summary>It was handled, and what was answered can be read.</summary>
    Answered,

    /// <summary>Certainly nothing was done; another time it may be.</summary>
    NotDone,

    /// <summary>Certainly nothing was done, and asking again would not help: login, right, or a request that they do not take.</summary>
    Refused,

    /// <summary>It may have been done.</summary>
    Unknown,
}

/// <summary>Who waits for a request.</summary>
internal enum Urgency
{
    /// <summary>A caller, or what a caller was promised.</summary>
    Call,

    /// <summary>Nobody: it gives way to calls.</summary>
    Background,
}

/// <summary>What a reading brought.</summary>
/// <param name="Value">It; null when it failed.</param>
/// <param name="Why">For logs, when it failed.</param>
internal readonly record struct Fetched<T>(T? Value, string? Why)
    where T : class
{
    /// <summary>Something came.</summary>
    public static Fetched<T> Of(T value) => new(value, Why: null);

    /// <summary>Nothing usable came.</summary>
    public static Fetched<T> Not(string why) => new(Value: null, why);
}
