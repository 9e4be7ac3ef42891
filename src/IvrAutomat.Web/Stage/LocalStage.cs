using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Local;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Stage;

/// <summary>Gives a local shop the orders of a script, by the same import that a shop uses.</summary>
internal sealed class LocalStage(OrderImport import, IDbContextFactory<AutomatDb> contexts, ShopSettings settings, TimeProvider time)
{
    /// <summary>Replaces all orders by those of a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong with it, a sentence each.</returns>
    public async Task<IReadOnlyList<string>> ImportAsync(string text, CancellationToken cancellationToken)
    {
        if (settings.Source != ShopSource.Local)
        {
            return ["Only a local shop imports a file. Add the setting \"Shop:Source\": Local."];
        }

        await ClearAsync(cancellationToken);
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken);
            await using var file = OrderFile.Open(path, OrderFileFormat.Csv);
            var problems = new List<string>();
            await import.RunAsync(
                file, time.GetUtcNow(), row => problems.Add($"Line {row.Line} of the file: {string.Join("; ", row.Reasons)}."), _ => { }, cancellationToken);
            return problems;
        }
        catch (OrderFileException unreadable)
        {
            return [unreadable.Message];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.OrderKeys.ExecuteDeleteAsync(cancellationToken);
        await db.Orders.ExecuteDeleteAsync(cancellationToken);
        await db.Imports.ExecuteDeleteAsync(cancellationToken);
    }
}
