using System.Collections.Frozen;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>What the words of a shop's file mean. A status that stands here nowhere is no mistake: its order goes to a person.</summary>
internal static class FileWords
{
    private static readonly FrozenDictionary<string, OrderState> States = Table(
        (OrderState.AwaitingConfirmation, "awaiting confirmation, čeká na potvrzení, nepotvrzená"),
        (OrderState.AwaitingTransfer, "awaiting transfer, awaiting payment, čeká na platbu, čeká na převod, čeká na zaplacení, nezaplacená"),
        (OrderState.PaymentFailed, "payment failed, platba selhala, platba neprošla, platba se nezdařila"),
        (OrderState.Received, "received, new, paid, processing, nová, přijatá, přijata, potvrzená, zaplacená, zaplacena, vyřizuje se, zpracovává se"),
        (OrderState.Packing, "packing, packed, balí se, zabalená, připravuje se, k expedici, v expedici, připravena k expedici"),
        (OrderState.OnTheWay, "on the way, shipped, sent, dispatched, odeslaná, odeslána, expedovaná, na cestě, předána dopravci, předaná dopravci"),
        (OrderState.OutForDelivery, "out for delivery, doručuje se, na doručování, u kurýra"),
        (OrderState.Attempted, "attempted, nedoručená, nezastižen, příjemce nezastižen"),
        (OrderState.AtPoint, "at point, ready for pickup, na výdejním místě, k vyzvednutí, připravena k vyzvednutí, uložená"),
        (OrderState.Delivered, "delivered, completed, picked up, doručená, doručena, dokončená, vyřízená, vyřízena, vyzvednutá, vyzvednuta"),
        (OrderState.Cancelled, "cancelled, canceled, zrušená, zrušena, storno, stornovaná"),
        (OrderState.Returning, "returning, vrací se, nevyzvednutá, vrácena odesílateli"));

    private static readonly FrozenDictionary<string, PaymentMethod> Payments = Table(
        (PaymentMethod.Card, "card, credit card, online, karta, kartou, kartou online, platba kartou, platební karta, platební brána, brána, comgate, gopay"),
        (PaymentMethod.Transfer, "transfer, bank transfer, převod, převodem, bankovní převod, bankovním převodem, na účet, qr platba"),
        (PaymentMethod.CashOnDelivery, "cash on delivery, cod, cash, dobírka, na dobírku, dobírkou, hotově, hotovost"));

    private static readonly FrozenDictionary<string, OwnFault> Faults = Table(
        (OwnFault.Postponed, "postponed, late, odloženo, odložená, zpoždění, zpožděná"),
        (OwnFault.SoldOut, "sold out, vyprodáno, vyprodaná, není skladem"),
        (OwnFault.ParcelTrouble, "parcel trouble, potíže se zásilkou, poškozená zásilka, ztracená zásilka"));

    /// <summary>The state that a word means; <see cref="OrderState.Unknown"/> for one that nobody has given a meaning.</summary>
    public static OrderState State(string word) => States.GetValueOrDefault(Folded.Stem(word), OrderState.Unknown);

    /// <summary>The way of payment; null for a word that is not known.</summary>
    public static PaymentMethod? Payment(string word) => Find(Payments, word);

    /// <summary>What the shop did wrong; null for a word that is not known.</summary>
    public static OwnFault? Fault(string word) => Find(Faults, word);

    private static T? Find<T>(FrozenDictionary<string, T> table, string word)
        where T : struct => table.TryGetValue(Folded.Stem(word), out var meaning) ? meaning : null;

    // The names of the members themselves are words too: they stand in -- orders changes.
    private static FrozenDictionary<string, T> Table<T>(params ReadOnlySpan<(T Meaning, string Words)> rows)
        where T : struct, Enum
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (meaning, words) in rows)
        {
            foreach (var word in words.Split(',').Append(meaning.ToString()))
            {
                table[Folded.Stem(word)] = meaning;
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
