namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// Whether the form of a request can be read at all. The framework's reader answers thousands of fields, broken parts and other content types
/// with an exception, wherever the form is first touched; here it is touched first, so that handlers never meet one.
/// </summary>
internal static class ReadableForm
{
    /// <summary>Reads the form once; whoever reads it afterwards gets the same.</summary>
    /// <returns>False when there is something that is no form, or a form that cannot be read.</returns>
    public static async Task<bool> IsInAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return true;
        }

        if (!http.Request.HasFormContentType)
        {
            return http.Request.ContentType is null;
        }

        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return true;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
