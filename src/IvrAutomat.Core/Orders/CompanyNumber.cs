namespace IvrAutomat.Orders;

/// <summary>The Czech company number (IČO): eight digits, the last of which checks the others.</summary>
public static class CompanyNumber
{
    private const int Length = 8;

    /// <summary>Whether the text is eight ASCII digits with the right check digit. Whether such a company exists it does not say.</summary>
    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != Length || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (Length - i) * (text[i] - '0');
        }

        // 11 - r has two digits for r = 0 and r = 1; its last one is the check digit.
        return text[^1] - '0' == (11 - sum % 11) % 10;
    }
}
