using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop.Pins;
using IvrAutomat.Web.Shop.Upgates;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>Makes orders of rows, or says all that is wrong with a row. No reason quotes a value: rows are about people.</summary>
/// <param name="secrets">Keys identifiers and PINs.</param>
/// <param name="settings">The shop.</param>
/// <param name="pins">Derives PINs.</param>
/// <param name="versions">How often the PIN of an order was renewed, by its number.</param>
/// <param name="meanings">What the shop's own statuses mean; they go before what is known anyway.</param>
/// <param name="asOf">When the file was written.</param>
internal sealed class FileOrderReader(
    Secrets secrets, ShopSettings settings, OrderPins pins, IReadOnlyDictionary<string, int> versions, StatusMeanings meanings, DateTimeOffset asOf)
{
    private const int LongestNumber = 40;
    private const int LongestText = 500;
    private const int LongestItems = 20_000;
    private static readonly OrderColumn[] AllColumns = Enum.GetValues<OrderColumn>();

    // Numbers that are too short or too long to be typed are left out; only the order's own has to be one.
    private static readonly (OrderColumn Column, string Kind)[] Spoken =
    [
        (OrderColumn.Number, OrderNumberKind.Order), (OrderColumn.VariableSymbol, OrderNumberKind.VariableSymbol),
        (OrderColumn.Invoice, OrderNumberKind.Invoice), (OrderColumn.Parcel, OrderNumberKind.Parcel),
    ];

    private static readonly string[] NearCountries = ["cz", "cze", "ceskarepublika", "cesko", "czechia", "czechrepublic", "sk", "svk", "slovensko", "slovakia"];

    /// <summary>Reads a row.</summary>
    /// <returns>The order, or null and the reasons.</returns>
    public FileOrder? Read(FileRow row, out IReadOnlyList<string> reasons)
    {
        var wrong = new List<string>();
        reasons = wrong;
        if (row.Broken is { } broken)
        {
            wrong.Add(broken);
            return null;
        }

        var cells = new FileCells(row, settings.Profile.TimeZone, wrong);
        CheckLengths(row, wrong);
        var contact = ContactOf(row, cells);
        var order = OrderOf(row, cells, contact);
        var numbers = NumbersOf(row, wrong);
        var pin = PinOf(row, wrong);
        var changed = cells.Instant(OrderColumn.Changed);
        if (wrong.Count > 0)
        {
            return null;
        }

        var pinKey = secrets.Hash(SecretLabel.Pin, order.Id, pin);
        return new FileOrder(row.Line, order, contact, pinKey, numbers, changed, LastOf(order));
    }

    /// <summary>The identifier of an order: the same for the same number, and yet it does not tell the number.</summary>
    public string IdOf(string number)
    {
        var hash = secrets.Hash(SecretLabel.Order, "local", number);
        return $"l-{hash[^20..]}";
    }

    private static void CheckLengths(FileRow row, List<string> wrong)
    {
        foreach (var column in AllColumns)
        {
            var most = column switch { OrderColumn.Number => LongestNumber, OrderColumn.Items => LongestItems, _ => LongestText };
            if (row[column] is { } value && value.Length > most)
            {
                wrong.Add($"{OrderHeader.NameOf(column)}: longer than {most} characters");
            }
        }
    }

    private Order OrderOf(FileRow row, FileCells cells, Contact contact)
    {
        if (row[OrderColumn.Currency] is { } currency && Folded.Of(currency) is not ("czk" or "kc"))
        {
            cells.Wrong(OrderColumn.Currency, "not CZK; amounts are told in Czech crowns");
        }

        var status = cells.Needed(OrderColumn.Status);
        var meaning = meanings.Of(id: null, status);
        var (isPaid, paidOn) = cells.Paid();
        return new Order
        {
            Id = IdOf(row[OrderColumn.Number] ?? string.Empty),
            Number = row[OrderColumn.Number] ?? string.Empty,
            State = StateOf(status, meaning),
            ShopStatus = status,
            OrderedOn = cells.Needed(OrderColumn.Ordered).Length == 0 ? default : cells.Day(OrderColumn.Ordered) ?? default,
            Total = cells.Needed(OrderColumn.Total).Length == 0 ? 0m : cells.Amount(OrderColumn.Total),
            Payment = cells.Word(OrderColumn.Payment, FileWords.Payment) ?? PaymentMethod.Card,
            IsPaid = isPaid,
            PaidOn = paidOn,
            IsCompany = row[OrderColumn.Company] is not null || IsCompanyNumber(row, cells),
            HasInvoice = row[OrderColumn.Invoice] is not null,
            Contact = contact.Channel,
            DispatchOn = cells.Day(OrderColumn.DispatchOn),
            ArrivalOn = cells.Day(OrderColumn.ArrivalOn),
            Carrier = row[OrderColumn.Carrier],
            Point = row[OrderColumn.Point],
            PickUpUntil = cells.Day(OrderColumn.PickUpUntil),
            DeliveredOn = cells.Day(OrderColumn.Delivered),
            CancelledOn = cells.Day(OrderColumn.Cancelled),
            RefundedOn = cells.Day(OrderColumn.Refunded),
            OwnFault = cells.Word(OrderColumn.OwnFault, FileWords.Fault)
                ?? meaning switch { StatusMeaning.Late => OwnFault.Postponed, StatusMeaning.SoldOut => OwnFault.SoldOut, _ => null },
            Items = FileItems.Read(row[OrderColumn.Items]),
            HasAddress = contact.Address is not null,
            HasEmail = contact.Email is not null,
        };
    }

    private static OrderState StateOf(string status, StatusMeaning? meaning) => meaning switch
    {
        null => FileWords.State(status),
        StatusMeaning.Packing => OrderState.Packing,
        StatusMeaning.Sent => OrderState.OnTheWay,
        StatusMeaning.OutForDelivery => OrderState.OutForDelivery,
        StatusMeaning.AtPoint => OrderState.AtPoint,
        StatusMeaning.Delivered => OrderState.Delivered,
        StatusMeaning.Cancelled => OrderState.Cancelled,
        StatusMeaning.Returning => OrderState.Returning,
        StatusMeaning.AwaitingPayment => OrderState.AwaitingTransfer,
        StatusMeaning.AwaitingConfirmation => OrderState.AwaitingConfirmation,
        StatusMeaning.PaymentFailed => OrderState.PaymentFailed,
        _ => OrderState.Received,
    };

    private static bool IsCompanyNumber(FileRow row, FileCells cells)
    {
        if (row[OrderColumn.CompanyNumber] is not { } number)
        {
            return false;
        }

        if (!CompanyNumber.IsValid(number.Replace(" ", string.Empty, StringComparison.Ordinal).PadLeft(8, '0')))
        {
            cells.Wrong(OrderColumn.CompanyNumber, "its check digit is wrong");
        }

        return true;
    }

    private Contact ContactOf(FileRow row, FileCells cells)
    {
        var phone = PhoneNumber.Parse(row[OrderColumn.Phone]);
        if (row[OrderColumn.Phone] is not null && phone is null)
        {
            cells.Wrong(OrderColumn.Phone, "not a phone number; write nine digits, or +420 and nine digits");
        }

        var email = row[OrderColumn.Email];
        if (email is not null && (!System.Net.Mail.MailAddress.TryCreate(email, out var address) || address.Address != email))
        {
            cells.Wrong(OrderColumn.Email, "not an e-mail address");
        }

        var isNear = row[OrderColumn.Country] is not { } country || NearCountries.Contains(Folded.Of(country));
        var contact = new Contact(phone?.Value, settings.HasMail ? email : null, row[OrderColumn.Name]);
        return isNear && row[OrderColumn.Street] is { } street && row[OrderColumn.Town] is { } town
            ? contact with { Address = new OrderAddress(street, town, row[OrderColumn.Zip] is { } zip ? PostalCode.Normalize(zip) : null) }
            : contact;
    }

    private static List<(string Kind, string SpokenKey)> NumbersOf(FileRow row, List<string> wrong)
    {
        if (row[OrderColumn.Number] is not { } number)
        {
            wrong.Add("number: missing");
        }
        else if (SpokenKey.Of(number) is null)
        {
            wrong.Add($"number: must hold {SpokenKey.MinLength} to {SpokenKey.MaxLength} digits, because callers type them");
        }

        return
        [
            .. Spoken.Select(each => (each.Kind, Key: SpokenKey.Of(row[each.Column]))).Where(each => each.Key is not null).Select(each => (each.Kind, each.Key!)),
        ];
    }

    private string PinOf(FileRow row, List<string> wrong)
    {
        var length = settings.Profile.PinLength;
        if (settings.Identification.Pin == PinSource.CodeOnly)
        {
            // Nobody can have it: codes are the only way.
            return string.Empty;
        }

        if (row[OrderColumn.Pin] is not { } pin)
        {
            if (settings.Identification.Pin == PinSource.OrderField)
            {
                wrong.Add("pin: missing, and Identification:Pin says that the file gives it");
            }

            var number = row[OrderColumn.Number] ?? string.Empty;
            return pins.Derive(number, versions.GetValueOrDefault(number));
        }

        if (pin.Length != length || !pin.All(char.IsAsciiDigit) || PinShape.IsTrivial(pin))
        {
            wrong.Add($"pin: must have {length} digits, not begin with 0, and be no run and no single repeated digit");
        }

        return pin;
    }

    // Without the shop's own word, the last day on which something is known to have happened.
    private DateTimeOffset LastOf(Order order)
    {
        var today = settings.DayOf(asOf);
        var last = ((DateOnly?[])[order.OrderedOn, order.PaidOn, order.DispatchOn, order.DeliveredOn, order.CancelledOn, order.RefundedOn])
            .OfType<DateOnly>().Where(day => day <= today).DefaultIfEmpty(order.OrderedOn).Max().ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(last, settings.Profile.TimeZone.GetUtcOffset(last));
    }
}
