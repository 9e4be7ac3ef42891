using System.Text.Json;
using Microsoft.Playwright;

namespace IvrAutomat.Browser.Tests;

/// <summary>Looks at a page as axe does (https://github.com/dequelabs/axe-core), and keeps a picture of it where one is wanted.</summary>
internal static class Accessibility
{
    /// <summary>Names a folder that takes a picture of each page looked at; unset: none are taken.</summary>
    private const string Pictures = "IVRAUTOMAT_PICTURES";

    /// <summary>What is wrong with the page, serious findings only, each with the place of the first.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }

        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe(), TestContext.Current.CancellationToken));
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)");
        return
        [
            .. found.EnumerateArray().Where(each => each.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(each => $"{name}: {each.GetProperty("id")}: {each.GetProperty("nodes")[0].GetProperty("html")}"),
        ];
    }

    /// <summary>Whether everything fits into the window from side to side.</summary>
    public static async Task<bool> FitsAsync(IPage page)
    {
        // Before its style sheet has come a page is as wide as it likes.
        await page.WaitForLoadStateAsync(LoadState.Load);
        return await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");
    }

    private static string Axe()
    {
        var file = Path.Combine(PhonePage.RepositoryRoot(), "tests", "conformance", "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(file))
        {
            const string Reason = "axe is not installed. Run: npm ci --prefix tests/conformance";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Fail(Reason);
        }

        return file;
    }
}
