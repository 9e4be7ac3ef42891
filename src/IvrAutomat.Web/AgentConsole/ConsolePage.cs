using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using Microsoft.AspNetCore.Antiforgery;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// One page for one person: who looks, in which language, and the frame around every page. Endpoints take it as a parameter.
/// </summary>
/// <param name="Http">The request.</param>
/// <param name="Viewer">Who is signed in.</param>
/// <param name="T">The words.</param>
internal sealed record ConsolePage(HttpContext Http, Colleague Viewer, ConsoleTexts T)
{
    /// <summary>Made from a request by the framework.</summary>
    public static ValueTask<ConsolePage> BindAsync(HttpContext context)
    {
        var viewer = Colleague.Of(context.User);
        return ValueTask.FromResult(new ConsolePage(context, viewer, ConsoleTexts.In(viewer.Language)));
    }

    /// <summary>Gives up with the request.</summary>
    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>What was sent with the form.</summary>
    public Task<IFormCollection> FormAsync() => Http.Request.ReadFormAsync(Stop);

    /// <summary>What every form must contain: the token that proves that it came from our page.</summary>
    public Markup FormToken => TokenOf(Http);

    /// <summary>The same for a page on which nobody is signed in.</summary>
    public static Markup TokenOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return Markup.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
    }

    /// <summary>A part of a page that is fetched again when something of these kinds happens; it must be served at <paramref name="path"/> on its own.</summary>
    /// <param name="path">Where the part is served.</param>
    /// <param name="kinds">Kinds of the feed, separated by blanks; the words of <see cref="FeedKinds"/>.</param>
    /// <param name="content">What it shows now.</param>
    /// <param name="looksByItself">True when time alone changes it: it is fetched again every half minute, too.</param>
    public static Markup Live(string path, string kinds, Markup content, bool looksByItself = false)
        => Markup.Of($"""<div data-live="{path}" data-on="{kinds}"{(looksByItself ? new Markup(" data-looks") : Markup.None)}>{content}</div>""");

    /// <summary>A form with one button that does one thing.</summary>
    /// <param name="action">Where it is sent.</param>
    /// <param name="label">The button.</param>
    /// <param name="fields">Hidden values.</param>
    public Markup Button(string action, string label, params IEnumerable<(string Name, string? Value)> fields) => Markup.Of(
        $"""<form method="post" action="{action}">{FormToken}{fields.Select(field => Markup.Of($"""<input type="hidden" name="{field.Name}" value="{field.Value}">"""))}<button>{label}</button></form>""");

    /// <summary>The whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="content">What it shows.</param>
    /// <param name="status">The HTTP status.</param>
    public IResult Show(string title, Markup content, int status = StatusCodes.Status200OK)
        => ConsoleFrame.Page(this, title, content, status);

    /// <summary>A page that says why nothing was done, with a way back.</summary>
    /// <param name="why">The key of the reason.</param>
    /// <param name="status">The HTTP status.</param>
    public IResult Sorry(string why, int status) => Show(
        T["sorry.title"], Markup.Of($"""<p role="alert">{T[why]}</p><p><a href="/console">{T["sorry.back"]}</a></p>"""), status);

    /// <summary>A press that no page of ours makes, or whose page was open for too long: nothing was done.</summary>
    public IResult Malformed() => Sorry("sorry.malformed", StatusCodes.Status400BadRequest);

    /// <summary>Only a part, for a page that is open already.</summary>
    public static IResult Part(Markup content) => new HtmlResult(content);

    /// <summary>Back to a page after something was done, so that reloading does not do it again.</summary>
    public static IResult BackTo(string path) => TypedResults.LocalRedirect($"~{path}", permanent: false, preserveMethod: false);
}
