using System.Collections.Frozen;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>
/// Which column of a file means what. Names are compared without case, diacritics, spaces and signs: <c>Číslo objednávky</c>,
/// <c>cislo_objednavky</c> and <c>order number</c> are one.
/// </summary>
/// <param name="Columns">The meaning of each column, in the file's order; null for one that is not used.</param>
/// <param name="Unused">The names of those that are not used.</param>
internal sealed record OrderHeader(OrderColumn?[] Columns, string[] Unused)
{
    private static readonly OrderColumn[] Required = [OrderColumn.Number, OrderColumn.Ordered, OrderColumn.Total, OrderColumn.Status];

    private static readonly FrozenDictionary<string, OrderColumn> Meanings = new (OrderColumn Column, string Names)[]
    {
        (OrderColumn.Number, "number order ordernumber cislo cisloobjednavky objednavka kod kodobjednavky"),
        (OrderColumn.Ordered, "ordered orderedon orderdate date created datum datumobjednavky objednano vytvoreno"),
        (OrderColumn.Total, "total totalprice price amount celkem cena cenacelkem celkovacena castka"),
        (OrderColumn.Status, "status state orderstatus stav stavobjednavky"),
        (OrderColumn.Currency, "currency mena"),
        (OrderColumn.Payment, "payment paymentmethod platba zpusobplatby zpusobuhrady"),
        (OrderColumn.Paid, "paid paidon zaplaceno uhrazeno datumplatby datumuhrady"),
        (OrderColumn.Carrier, "carrier shipping delivery dopravce doprava zpusobdopravy"),
        (OrderColumn.Parcel, "parcel parcelnumber tracking trackingnumber trackingcode zasilka cislozasilky"),
        (OrderColumn.Point, "point pickuppoint vydejnimisto pobocka"),
        (OrderColumn.PickUpUntil, "pickupuntil storageuntil vyzvednoutdo ulozenodo ulozenado"),
        (OrderColumn.DispatchOn, "dispatchon dispatched dispatchedon shipped shippedon odeslano expedovano expedice datumexpedice datumodeslani"),
        (OrderColumn.ArrivalOn, "arrival arrivalon expected expectedon ocekavanedoruceni doruceniocekavano predpokladanedoruceni"),
        (OrderColumn.Delivered, "delivered deliveredon doruceno datumdoruceni prevzato"),
        (OrderColumn.Cancelled, "cancelled cancelledon canceled canceledon zruseno stornovano datumstorna"),
        (OrderColumn.Refunded, "refunded refundedon penizevraceny datumvraceni vracenopenez"),
        (OrderColumn.Changed, "changed changedon updated lastchange zmeneno zmena poslednizmena"),
        (OrderColumn.Phone, "phone telephone mobile telefon mobil telefonnicislo"),
        (OrderColumn.Email, "email mail emailaddress"),
        (OrderColumn.Name, "name customer customername jmeno zakaznik jmenoaprijmeni prijemce"),
        (OrderColumn.Street, "street address ulice adresa uliceacislo"),
        (OrderColumn.Town, "town city mesto obec"),
        (OrderColumn.Zip, "zip zipcode postcode postalcode psc"),
        (OrderColumn.Country, "country zeme stat"),
        (OrderColumn.Company, "company companyname firma nazevfirmy"),
        (OrderColumn.CompanyNumber, "companynumber ico ic"),
        (OrderColumn.Invoice, "invoice invoicenumber faktura cislofaktury"),
        (OrderColumn.VariableSymbol, "variablesymbol vs variabilnisymbol"),
        (OrderColumn.Items, "items products goods polozky zbozi produkty"),
        (OrderColumn.Pin, "pin"),
        (OrderColumn.OwnFault, "ownfault fault chyba chybaobchodu"),
    }.SelectMany(each => each.Names.Split(' ').Select(name => (name, each.Column))).ToFrozenDictionary(each => each.name, each => each.Column, StringComparer.Ordinal);

    /// <summary>The columns that a row needs.</summary>
    public static IReadOnlyList<OrderColumn> Needed => Required;

    /// <summary>How many columns there can be.</summary>
    public static int Count { get; } = Enum.GetValues<OrderColumn>().Length;

    /// <summary>What a name means; null when it is not known.</summary>
    public static OrderColumn? Find(string name) => Meanings.TryGetValue(Folded.Of(name), out var column) ? column : null;

    /// <summary>The name of a column as it is told to people: <c>pickup_until</c>.</summary>
    public static string NameOf(OrderColumn column) => column switch
    {
        OrderColumn.PickUpUntil => "pickup_until",
        OrderColumn.DispatchOn => "dispatch_on",
        OrderColumn.ArrivalOn => "arrival",
        OrderColumn.CompanyNumber => "company_number",
        OrderColumn.VariableSymbol => "variable_symbol",
        OrderColumn.OwnFault => "own_fault",
        _ => column.ToString().ToLowerInvariant(),
    };

    /// <summary>Reads the first row of a table.</summary>
    /// <exception cref="OrderFileException">Two columns mean the same, or a needed one is missing.</exception>
    public static OrderHeader Read(IReadOnlyList<string> names)
    {
        var columns = names.Select(Find).ToArray();
        foreach (var twice in columns.OfType<OrderColumn>().GroupBy(column => column).Where(same => same.Count() > 1))
        {
            var both = names.Where((_, at) => columns[at] == twice.Key);
            throw new OrderFileException($"The columns {string.Join(" and ", both.Select(name => $"'{name.Trim()}'"))} both mean '{NameOf(twice.Key)}'. Keep one.");
        }

        var missing = Required.Except(columns.OfType<OrderColumn>()).Select(NameOf).ToArray();
        return missing.Length == 0
            ? new OrderHeader(columns, [.. names.Where((name, at) => columns[at] is null && name.Trim().Length > 0).Select(name => name.Trim())])
            : throw new OrderFileException($"The first line names no column for {string.Join(", ", missing)}. It must hold the names of the columns; see README.md.");
    }
}

/// <summary>A file cannot be read as orders at all, so that nothing was imported.</summary>
internal sealed class OrderFileException(string message) : Exception(message);
