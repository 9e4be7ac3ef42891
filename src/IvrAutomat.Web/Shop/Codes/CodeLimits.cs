using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Codes;

/// <summary>How many codes there were. Every count is read for every code asked for, needed or not, so that time tells nothing.</summary>
/// <param name="Caller">The caller, or the call of a withheld number, may ask for no more.</param>
/// <param name="Shop">The shop has sent all that it sends in a day.</param>
/// <param name="Order">The order has had one just now, or enough for a day.</param>
internal sealed record CodeLimits(bool Caller, bool Shop, bool Order)
{
    /// <summary>Reads the counts.</summary>
    /// <param name="db">The database.</param>
    /// <param name="order">The order; empty for one that does not exist.</param>
    /// <param name="caller">The keyed hash of the caller's number; null when withheld.</param>
    /// <param name="callId">The call.</param>
    /// <param name="perDay">What the shop sends in a day.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CodeLimits> ReadAsync(
        AutomatDb db, string order, string? caller, string callId, int perDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (day, lately, key) = (now - CodeRules.Day, now - CodeRules.Pause, caller ?? string.Empty);
        var ofCaller = await db.Codes.CountAsync(code => code.CallerKey == key && code.CreatedAt > day, cancellationToken);
        var ofCall = await db.Codes.CountAsync(code => code.CallId == callId, cancellationToken);
        var ofShop = await db.Codes.CountAsync(code => code.CodeKey != null && code.CreatedAt > day, cancellationToken);
        var ofOrder = await db.Codes.CountAsync(code => code.OrderId == order && code.CreatedAt > day, cancellationToken);
        var justNow = await db.Codes.CountAsync(code => code.OrderId == order && code.CreatedAt > lately, cancellationToken);
        return new CodeLimits(
            caller is null ? ofCall >= CodeRules.PerWithheldCall : ofCaller >= CodeRules.PerCaller,
            ofShop >= perDay,
            ofOrder >= CodeRules.PerOrder || justNow > 0);
    }
}
