using System.Text;
using System.Text.Json;
using IvrAutomat.Language;

namespace IvrAutomat.Proof.Canary;

/// <summary>All the ways in which a secret could have been written down by somebody who did not mean to.</summary>
internal static class SecretForms
{
    /// <summary>Shorter forms than this come about by chance.</summary>
    private const int Telling = 8;

    private static readonly SpokenLanguage[] Languages = [Czech.Instance, English.Instance, Slovak.Instance];

    /// <summary>The secret itself and all its other forms; bytes stand as one character each.</summary>
    /// <param name="secret">Digits, a name, an address.</param>
    public static IReadOnlyList<SecretForm> Of(string secret) => [new("plain", secret), .. OtherThanPlain(secret)];

    /// <summary>All forms but the secret as it is. Those that are too short to tell anything are left out.</summary>
    public static IReadOnlyList<SecretForm> OtherThanPlain(string secret)
    {
        var utf8 = Encoding.UTF8.GetBytes(secret);
        List<SecretForm> forms =
        [
            new("UTF-8", Encoding.Latin1.GetString(utf8)),
            new("UTF-16, little end first", Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret))),
            new("UTF-16, big end first", Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes(secret))),
            new("JSON", JsonEncodedText.Encode(secret).ToString()),
            new("address", Uri.EscapeDataString(secret)),
            new("hexadecimal", Convert.ToHexStringLower(utf8)),
            new("hexadecimal, capitals", Convert.ToHexString(utf8)),
            new("base64 of UTF-16", Convert.ToBase64String(Encoding.Unicode.GetBytes(secret)).TrimEnd('=')),
            new("reversed", new string([.. secret.Reverse()])),
        ];

        // In the middle of something longer the same bytes look different, by where they begin.
        for (var before = 0; before < 3; before++)
        {
            var all = Convert.ToBase64String([.. new byte[before], .. utf8]);
            var from = (before * 8 / 6) + (before == 0 ? 0 : 1);
            forms.Add(new($"base64, {before} in", all.TrimEnd('=')[from..^(all.EndsWith('=') ? 1 : 0)]));
        }

        if (secret.All(char.IsAsciiDigit))
        {
            forms.Add(new("spaced", string.Join(' ', secret.ToCharArray())));
            forms.AddRange(Languages.SelectMany(language => (SecretForm[])
            [
                new($"words, {language.Tag}", language.Digits(secret)),
                new($"words one by one, {language.Tag}", string.Join(' ', secret.Select(digit => language.Number(digit - '0', GrammaticalCase.Nominative, Gender.Feminine)))),
            ]));
        }

        return [.. forms.Where(form => form.Text != secret && form.Text.Length >= (form.Name is "spaced" or "reversed" || form.Name.StartsWith("words", StringComparison.Ordinal) ? secret.Length : Telling))
            .Where(form => form.Name != "reversed" || secret.Length >= Telling)
            .Where(form => !form.Name.StartsWith("hexa", StringComparison.Ordinal) || secret.Length >= Telling - 2)
            .DistinctBy(form => form.Text)];
    }
}

/// <summary>One way in which a secret may be written.</summary>
/// <param name="Name">Which, for the report; it tells nothing of the secret.</param>
/// <param name="Text">The secret written so.</param>
internal sealed record SecretForm(string Name, string Text);
