using IvrAutomat.Web.Shop.Local;
using Spectre.Console;

namespace IvrAutomat.Web.Commands;

/// <summary>Shows how far an import is: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class ImportProgress
{
    private const int RowsPerLine = 10_000;

    /// <summary>Runs an import and shows it.</summary>
    public static Task<ImportResult?> ShowAsync(OrderFile file, Func<Action<int>, Task<ImportResult?>> import)
        => Console.IsOutputRedirected ? PrintAsync(import) : DrawAsync(file, import);

    private static async Task<ImportResult?> PrintAsync(Func<Action<int>, Task<ImportResult?>> import)
    {
        var next = RowsPerLine;
        return await import(rows =>
        {
            if (rows >= next)
            {
                Console.WriteLine($"{rows} rows read");
                next = rows - (rows % RowsPerLine) + RowsPerLine;
            }
        });
    }

    private static Task<ImportResult?> DrawAsync(OrderFile file, Func<Action<int>, Task<ImportResult?>> import) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask("Importing", maxValue: Math.Max(file.Length, 1));
            var result = await import(rows =>
            {
                task.Value = file.Position;
                task.Description = $"Importing, {rows:N0} rows";
            });
            task.Value = task.MaxValue;
            return result;
        });
}
