using System.Text;

namespace IvrAutomat.Simulator.Shops;

/// <summary>The smallest label that a viewer opens.</summary>
internal static class TinyPdf
{
    private const string Document = """
        %PDF-1.1
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """;

    /// <summary>The document, in base64.</summary>
    public static string Base64 { get; } = Convert.ToBase64String(Encoding.ASCII.GetBytes(Document));
}
