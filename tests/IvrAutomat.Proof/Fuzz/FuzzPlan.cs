namespace IvrAutomat.Proof.Fuzz;

/// <summary>How much is thrown at the product.</summary>
/// <param name="Webhooks">Requests to webhooks: first the unsigned tenth, then signed ones.</param>
/// <param name="Pages">Requests to pages and their forms, by colleagues and by strangers.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Limit">No answer may take longer. The product's promise is two seconds; a machine that is busy with other things needs more.</param>
internal sealed record FuzzPlan(int Webhooks, int Pages, int Seed, TimeSpan Limit)
{
    /// <summary>The short form.</summary>
    public static FuzzPlan Short { get; } = new(Webhooks: 1600, Pages: 400, Seed: 1, TimeSpan.FromSeconds(2));

    /// <summary>The long form.</summary>
    public static FuzzPlan Long { get; } = Short with { Webhooks = 90_000, Pages = 10_000 };
}
