using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>
/// Zásilkovna on this machine: the REST interface with its manner of answering HTTP 200 to everything, the feeds, and the check of a point.
/// It starts with the parcels of <see cref="PacketaFixtures"/>.
/// </summary>
public sealed class PacketaStandIn : StandIn
{
    private const int ShortPassword = 6;
    private readonly Lock _lock = new();
    private readonly PacketaDepot _depot;
    private readonly PacketaMethods _methods;
    private PacketaFault? _next;
    private Action? _beforeWrite;
    private int _passwords;

    /// <summary>Opens it.</summary>
    /// <param name="time">The clock that parcels live by.</param>
    public PacketaStandIn(TimeProvider time)
        : base("Packeta", time)
    {
        _depot = new PacketaDepot(time, Count);
        _methods = new PacketaMethods(_depot, this);
    }

    /// <summary>How a parcel on its way back is told: the true side of the spelling. Default <c>true</c>, else <c>1</c>.</summary>
    public bool NumbersForFlags { get; set; }

    /// <summary>Returns are answered without their grouped number. Default false.</summary>
    public bool OmitBarcodeText { get; set; }

    /// <summary>Times bear an offset. Default false.</summary>
    public bool TimesWithOffset { get; set; }

    /// <summary>Passwords of returns have six digits instead of eight. Default false.</summary>
    public bool ShortPasswords { get; set; }

    /// <inheritdoc />
    protected override string MediaType => "text/xml";

    /// <summary>The next request is answered with a fault, and nothing is done.</summary>
    public void FailNext(PacketaFault fault) => Interlocked.Exchange(ref _next, fault);

    /// <summary>A copy of what is known about a parcel; null when there is none.</summary>
    public PacketaParcel? Find(long id)
    {
        lock (_lock)
        {
            return _depot.Find($"{id}");
        }
    }

    /// <summary>Something happens to a parcel.</summary>
    /// <returns>False when there is no such parcel.</returns>
    public bool Move(long id, int code, int branch = 0)
    {
        lock (_lock)
        {
            return _depot.Find($"{id}")?.Then(_depot.Now, code, branch) is not null;
        }
    }

    /// <summary>The subject by which scripts choose the next answer: the state is then the name of a fault.</summary>
    public const string NextAnswer = "next answer";

    /// <inheritdoc />
    public override string? ChangeByHand(string subject, string state, bool beforeNextWrite)
    {
        Action change;
        if (subject == NextAnswer)
        {
            change = () => FailNext(new PacketaFault(state, state));
        }
        else if (!long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var parcel) || Find(parcel) is null)
        {
            return $"there is no parcel {subject} at Zásilkovna; to choose the next answer, change '{NextAnswer}'";
        }
        else if (!int.TryParse(state, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || !PacketaStatus.Texts.ContainsKey(code))
        {
            return $"there is no state '{state}' of a parcel; there are {string.Join(", ", PacketaStatus.Texts.Keys.Order())}";
        }
        else
        {
            change = () => Move(parcel, code);
        }

        if (beforeNextWrite)
        {
            _beforeWrite = change;
        }
        else
        {
            change();
        }

        return null;
    }

    internal string Spell(bool flag) => NumbersForFlags ? flag ? "1" : "0" : flag ? "true" : "false";

    internal string NewPassword() => $"{10_000_000 + 1_234_567 * ++_passwords % 90_000_000}"[..(ShortPasswords ? ShortPassword : 8)];

    /// <inheritdoc />
    protected override void MapPaths(RouteGroupBuilder group)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.MapPost("/api/rest", (Delegate)AnswerAsync);
        PacketaFeeds.Map(group);
    }

    /// <inheritdoc />
    protected override void MapControl(RouteGroupBuilder control) => PacketaControl.Map(control, this);

    /// <inheritdoc />
    protected override void ResetData()
    {
        lock (_lock)
        {
            _depot.Reset();
        }

        (_next, _beforeWrite) = (null, null);
        _passwords = 0;
        (NumbersForFlags, OmitBarcodeText, TimesWithOffset, ShortPasswords) = (false, false, false, false);
    }

    /// <inheritdoc />
    protected override IResult LoginRefused() => Xml(PacketaFault.Login.ToXml());

    /// <inheritdoc />
    protected override IResult RateLimited() => Results.StatusCode(StatusCodes.Status429TooManyRequests);

    /// <inheritdoc />
    protected override async ValueTask<bool> IsWriteAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PacketaMethods.IsWrite((await ReadAsync(context))?.Name.LocalName);
    }

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } request)
        {
            return Xml(PacketaFault.Data.ToXml());
        }

        if (request.Elements().FirstOrDefault() is not { Name.LocalName: "apiPassword", Value: StandInKeys.Secret })
        {
            return LoginRefused();
        }

        if (PacketaMethods.IsWrite(request.Name.LocalName))
        {
            Interlocked.Exchange(ref _beforeWrite, null)?.Invoke();
        }

        if (Interlocked.Exchange(ref _next, null) is { } fault)
        {
            return Xml(fault.ToXml());
        }

        lock (_lock)
        {
            return Xml(_methods.Answer(request));
        }
    }

    private static async Task<XElement?> ReadAsync(HttpContext context)
    {
        try
        {
            using var reader = XmlReader.Create(
                context.Request.Body, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return (await XDocument.LoadAsync(reader, LoadOptions.None, context.RequestAborted)).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IResult Xml(XElement response) => Results.Text(
        $"""<?xml version="1.0" encoding="utf-8"?>{response.ToString(SaveOptions.DisableFormatting)}""", "text/xml", Encoding.UTF8);
}
