namespace IvrAutomat.Web.Shop.Local;

/// <summary>The values of one row as what they mean; what cannot be read is added to the reasons.</summary>
/// <param name="row">The row.</param>
/// <param name="zone">Where days are meant.</param>
/// <param name="wrong">Takes the reasons.</param>
internal sealed class FileCells(FileRow row, TimeZoneInfo zone, List<string> wrong)
{
    /// <summary>Adds a reason.</summary>
    public void Wrong(OrderColumn column, string why) => wrong.Add($"{OrderHeader.NameOf(column)}: {why}");

    /// <summary>A value that has to be there; empty, with a reason, when it is not.</summary>
    public string Needed(OrderColumn column)
    {
        if (row[column] is { } value)
        {
            return value;
        }

        Wrong(column, "missing");
        return string.Empty;
    }

    /// <summary>A day and a time; null when there is none.</summary>
    public DateTimeOffset? Instant(OrderColumn column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        var instant = FileValues.Instant(text, zone);
        if (instant is null)
        {
            Wrong(column, "not a day; write 2026-11-23 or 23. 11. 2026");
        }

        return instant;
    }

    /// <summary>A day; null when there is none.</summary>
    public DateOnly? Day(OrderColumn column) => Instant(column) is { } instant ? DateOnly.FromDateTime(instant.DateTime) : null;

    /// <summary>An amount; 0 when there is none.</summary>
    public decimal Amount(OrderColumn column)
    {
        if (row[column] is not { } text)
        {
            return 0m;
        }

        var amount = FileValues.Amount(text);
        if (amount is null or > 10_000_000m)
        {
            Wrong(column, "not an amount up to ten million; write 1290.50 or 1 290,50");
        }

        return amount ?? 0m;
    }

    /// <summary>A word that must be known when it is there.</summary>
    public T? Word<T>(OrderColumn column, Func<string, T?> meaning)
        where T : struct
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        var value = meaning(text);
        if (value is null)
        {
            Wrong(column, "not a word that is known; README.md lists them");
        }

        return value;
    }

    /// <summary>Whether it is paid, and since when: the column holds a yes or a no, or the day.</summary>
    public (bool IsPaid, DateOnly? On) Paid()
    {
        if (row[OrderColumn.Paid] is not { } text)
        {
            return (false, null);
        }

        if (FileValues.Answer(text) is { } answer)
        {
            return (answer, null);
        }

        var day = FileValues.Instant(text, zone);
        if (day is null)
        {
            Wrong(OrderColumn.Paid, "neither yes nor no nor a day");
        }

        return (day is not null, day is { } on ? DateOnly.FromDateTime(on.DateTime) : null);
    }
}
