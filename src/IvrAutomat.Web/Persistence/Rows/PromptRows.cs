namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A text that somebody has written and nobody hears yet. The shop has one draft, which everybody works on.</summary>
internal sealed class PromptDraftRow
{
    /// <summary>The language's tag.</summary>
    public required string Language { get; set; }

    /// <summary>The prompt's key.</summary>
    public required string Key { get; set; }

    /// <summary>The variant.</summary>
    public required string Variant { get; set; }

    /// <summary>The place in a list, from zero.</summary>
    public int Rung { get; set; }

    /// <summary>The text that was live when the draft was begun: if another is live at the publish, somebody decides.</summary>
    public required string Was { get; set; }

    /// <summary>The new text.</summary>
    public required string Text { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>By whose account.</summary>
    public required string ChangedBy { get; set; }
}

/// <summary>One publish: several texts that went live together. Rows are only ever added.</summary>
internal sealed class PromptVersionRow
{
    /// <summary>The version, from one without a gap: of two who publish at once, one finds the number taken.</summary>
    public int Number { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>By whose account.</summary>
    public required string PublishedBy { get; set; }

    /// <summary>Why, in that person's words; empty when they wrote none.</summary>
    public required string Note { get; set; }

    /// <summary>The version that was gone back to; null for new words.</summary>
    public int? BackTo { get; set; }

    /// <summary>The texts with what they replaced, as JSON.</summary>
    public required string Edits { get; set; }
}
