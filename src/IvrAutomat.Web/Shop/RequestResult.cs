using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>Keeps what came of a request in the transaction of its effect.</summary>
internal static class RequestResult
{
    /// <summary>
    /// Writes the result, unless the attempt is not the present one any more. A request that is asked again answers with what is kept here.
    /// </summary>
    /// <returns>False when another attempt has the request: the transaction must not be committed.</returns>
    public static async Task<bool> KeepAsync(AutomatDb db, RequestRow request, WorkResult result, CancellationToken cancellationToken)
    {
        var json = StoredJson.Write(result);
        return await db.Requests.Where(row => row.Id == request.Id && row.Attempts == request.Attempts && row.Result == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Result, json), cancellationToken) == 1;
    }
}
