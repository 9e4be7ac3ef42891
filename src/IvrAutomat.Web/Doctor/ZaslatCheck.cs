using System.Runtime.CompilerServices;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Zaslat;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is the key of Zaslat.cz right, and would a courier go on the next working day. None is ordered.</summary>
internal sealed class ZaslatCheck(ZaslatClient client, SystemsNow systems, ShopSettings settings, TimeProvider time) : ICheck
{
    /// <inheritdoc />
    public string System => ZaslatOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = systems().Zaslat;
        if (!account.IsSet)
        {
            yield return Finding.Skipped(System, "no account is set: no courier is ordered");
            yield break;
        }

        var contacts = await client.ContactsAsync(cancellationToken);
        if (contacts is not ZaslatReply.Ok)
        {
            yield return contacts is ZaslatReply.Closed
                ? Finding.Wrong(System, "Zaslat.cz refuses the key. Copy Zaslat:ApiKey from its administration again.")
                : Finding.Wrong(System, $"Zaslat.cz does not answer as it should ({contacts.Why}). Try again in a while, and let this machine out to Zaslat:ApiUrl.");
            yield break;
        }

        yield return Finding.Ok(System, "the key fits");

        // From any town to the warehouse, on a day that is still open.
        var day = settings.WorkingDay(settings.DayOf(time.GetUtcNow()), 2);
        var rates = await client.RatesAsync(CourierOrders.Question(account, new PickupPlace("Vzorová 1", "Praha", "11000"), day), cancellationToken);
        yield return rates switch
        {
            ZaslatReply.Ok ok when CourierOrders.Cheapest(account, ok.Json, day) is not null => Finding.Ok(System, "couriers go there: one could be ordered"),
            ZaslatReply.Ok => Finding.Warning(System, "no courier would come on the working day after tomorrow. Check Zaslat:Carriers, Zaslat:Type and the parcel's size."),
            ZaslatReply.Refused refused => Finding.Wrong(System, $"the question for a courier is refused ({refused.Why}). Check Zaslat:Warehouse."),
            _ => Finding.Warning(System, $"couriers could not be asked for ({rates.Why})"),
        };
    }
}
