using IvrAutomat.Prompts;
using IvrAutomat.Web.Shop.Upgates;

namespace IvrAutomat.Web.Shop;

/// <summary>The invoice itself, for the e-mail that sends it once more, where the shop's own system has it as a document.</summary>
internal sealed class InvoiceDocument(UpgatesClient? upgates)
{
    private const string MediaType = "application/pdf";
    private static readonly byte[] Beginning = "%PDF-"u8.ToArray();

    /// <summary>True when an e-mail must not go without it.</summary>
    public bool BelongsTo(Utterance? letter) => upgates is not null && letter is { Key: Letters.InvoiceKey };

    /// <summary>Reads it; null when it cannot be had now.</summary>
    public async Task<MailAttachment?> ReadAsync(Utterance letter, CancellationToken cancellationToken)
    {
        if (upgates is null || !letter.Slots.TryGet("invoice", out var slot) || slot is not DigitsSlot { Value: var number })
        {
            return null;
        }

        var bytes = await upgates.ReadDocumentAsync($"invoices/{Uri.EscapeDataString(number)}/pdf", MediaType, cancellationToken);
        return bytes is not null && bytes.AsSpan().StartsWith(Beginning) ? new MailAttachment($"faktura-{NameOf(number)}.pdf", MediaType, bytes) : null;
    }

    private static string NameOf(string number) => string.Concat(number.Where(char.IsAsciiLetterOrDigit));
}

/// <summary>A document that an e-mail carries.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record MailAttachment(string Name, string MediaType, byte[] Content)
{
    /// <summary>Prints no more than what it is.</summary>
    public override string ToString() => MediaType;
}
