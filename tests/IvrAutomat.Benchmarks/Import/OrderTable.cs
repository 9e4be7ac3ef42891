using System.Globalization;

namespace IvrAutomat.Benchmarks.Import;

/// <summary>A made-up file of orders, the same each time.</summary>
internal static class OrderTable
{
    private static readonly string[] Statuses = ["Doručená", "Odeslaná", "Balí se", "Čeká na platbu", "Zrušená"];

    /// <summary>Writes a file.</summary>
    public static void Write(string file, int orders)
    {
        using var text = new StreamWriter(file);
        text.WriteLine("number;ordered;total;payment;paid;status;carrier;parcel;phone;email;name;street;town;zip;invoice;variable_symbol;items");
        for (var n = 0; n < orders; n++)
        {
            text.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{2026000000 + n};2026-{1 + (n % 11):00}-{1 + (n % 28):00};{100 + (n % 9000)},{10 + (n % 90)};kartou;ano;{Statuses[n % Statuses.Length]};PPL;{7000000000 + n};"
                + $"{601000000 + n};zakaznik{n}@example.cz;Jan Vzorový {n};Lipová {n % 300};Praha {n % 10};13000;{3260000000 + n};{5260000000 + n};Kávovar {n % 700};"));
        }
    }
}
