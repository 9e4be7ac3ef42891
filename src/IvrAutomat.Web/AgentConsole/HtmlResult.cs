namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// A page, or a part of one, as it goes to the browser: every address of ours gets the base path. A value cannot be taken for an
/// address, because its quotation marks are encoded.
/// </summary>
internal sealed class HtmlResult(Markup content, int status = StatusCodes.Status200OK) : IResult
{
    private static readonly string[] Roots = ["/console", "/studio"];

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        ConsoleFrame.Guard(httpContext);
        var basePath = httpContext.Request.PathBase;
        var text = basePath.HasValue
            ? Roots.Aggregate(content.Text, (all, root) => all.Replace($"=\"{root}", $"=\"{basePath}{root}", StringComparison.Ordinal))
            : content.Text;
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(text, httpContext.RequestAborted);
    }
}
