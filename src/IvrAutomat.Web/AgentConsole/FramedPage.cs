namespace IvrAutomat.Web.AgentConsole;

/// <summary>A page in its frame. What the frame itself shows is read when the page goes out.</summary>
internal sealed class FramedPage(ConsolePage page, string title, Markup content, int status) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var reminder = await OverdueReminder.OfAsync(page);
        await ConsoleFrame.Around(page, title, reminder, content, status).ExecuteAsync(httpContext);
    }
}
