using System.Text;
using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>Invoices and credit notes, and what they look like on paper.</summary>
internal static class UpgatesDocuments
{
    public const string Invoice = "invoice";
    public const string CreditNote = "creditNote";

    /// <summary>Issues a document of an order; an invoice that exists is brought up to date instead and keeps its number.</summary>
    public static void Issue(UpgatesData data, JsonObject order, string type)
    {
        var number = UpgatesValue.Text(order["order_number"])!;
        var existing = type == Invoice
            ? data.Documents.Find(each => UpgatesValue.Text(each["order_number"]) == number && UpgatesValue.Text(each["type"]) == type)
            : null;
        var document = existing ?? new JsonObject
        {
            ["invoice_number"] = data.NextDocument(order),
            ["related_invoice_number"] = type == Invoice ? null : order["invoice_number"]?.DeepClone(),
            ["type"] = type,
            ["creation_time"] = data.Now,
        };
        if (existing is null)
        {
            data.Documents.Add(document);
        }

        Fill(document, order, data.Now);
        if (type == Invoice)
        {
            order["invoice_number"] = document["invoice_number"]!.DeepClone();
        }
    }

    /// <summary>A page of paper as PDF, small and valid.</summary>
    public static byte[] Pdf(string title)
    {
        var shown = string.Concat(title.Where(char.IsAscii)).Replace("(", string.Empty).Replace(")", string.Empty);
        var text = $"BT /F1 18 Tf 72 770 Td ({shown}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var at = 0; at < objects.Length; at++)
        {
            offsets.Add(pdf.Length);
            pdf.Append($"{at + 1} 0 obj\n{objects[at]}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append($"{offset:0000000000} 00000 n \n"));
        pdf.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static void Fill(JsonObject document, JsonObject order, string now)
    {
        var customer = order["customer"]!;
        var total = UpgatesValue.Number(order["order_total"]) ?? 0;
        foreach (var same in (string[])["order_number", "external_order_number", "case_number", "language_id", "currency_id", "variable_symbol", "paid_date", "oss_yn"])
        {
            document[same] = order[same]?.DeepClone();
        }

        document["date_of_issuance"] ??= now;
        document["date_of_vat_revenue_recognition"] ??= now;
        document["date_of_expiration"] ??= now;
        document["last_update_time"] = now;
        document["payment"] = UpgatesValue.Text(order["payment"]?["name"]);
        document["paid_yn"] = order["paid_date"] is not null;
        document["total_with_vat"] = total;
        document["total_without_vat"] = Math.Round(total / 1.21m, 2);
        document["total_rest"] = order["order_total_rest"]?.DeepClone();
        document["invoice_pdf_url"] = $"https://vzorovy-obchod.example.com/faktury/{UpgatesValue.Text(document["invoice_number"])}.pdf";
        document["customer"] = new JsonObject
        {
            ["email"] = customer["email"]?.DeepClone(),
            ["phone"] = customer["phone"]?.DeepClone(),
            ["name"] = $"{UpgatesValue.Text(customer["firstname_invoice"])} {UpgatesValue.Text(customer["surname_invoice"])}",
            ["company_yn"] = customer["company_yn"]?.DeepClone(),
            ["company"] = customer["company"]?.DeepClone(),
            ["ico"] = customer["ico"]?.DeepClone(),
            ["dic"] = customer["dic"]?.DeepClone(),
        };
        document["items"] = new JsonArray([.. order["products"]!.AsArray().Select(line => (JsonNode)new JsonObject
        {
            ["code"] = line!["code"]?.DeepClone(),
            ["name"] = line["title"]?.DeepClone(),
            ["quantity"] = line["quantity"]?.DeepClone(),
            ["unit"] = line["unit"]?.DeepClone(),
            ["vat"] = line["vat"]?.DeepClone(),
            ["price_with_vat"] = line["price_with_vat"]?.DeepClone(),
            ["price_without_vat"] = line["price_without_vat"]?.DeepClone(),
            ["type"] = "product",
        })]);
    }
}
