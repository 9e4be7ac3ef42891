using System.Text;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>Opens a text file in the encoding in which shops write: UTF-8 with or without a mark, UTF-16 with one, else windows-1250.</summary>
internal static class FileText
{
    private const int Piece = 64 * 1024;

    /// <summary>Opens it; the file is read once beforehand where only its bytes tell the encoding.</summary>
    public static async Task<StreamReader> OpenAsync(FileStream file, CancellationToken cancellationToken)
    {
        var encoding = await EncodingOfAsync(file, cancellationToken);
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, Piece, leaveOpen: true);
    }

    private static async Task<Encoding> EncodingOfAsync(FileStream file, CancellationToken cancellationToken)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[Piece];
        var letters = new char[Piece + 1];
        try
        {
            for (var isFirst = true; ; isFirst = false)
            {
                var read = await file.ReadAsync(bytes, cancellationToken);
                if (isFirst && read >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
                {
                    // The reader goes by the mark.
                    return Encoding.UTF8;
                }

                decoder.GetChars(bytes, 0, read, letters, 0, flush: read == 0);
                if (read == 0)
                {
                    return Encoding.UTF8;
                }
            }
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1250)!;
        }
    }
}
