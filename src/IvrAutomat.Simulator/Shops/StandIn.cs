using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops;

/// <summary>
/// What all stand-ins for the shop's systems have in common: they take requests over HTTP, remember them, and go wrong on demand. A derived one
/// adds the system's own manner: its paths, its words for a refused login, its limits.
/// </summary>
/// <param name="name">The system's name, as its section of the product's settings is called: <c>Upgates</c>.</param>
/// <param name="time">The clock that slow answers wait on.</param>
public abstract class StandIn(string name, TimeProvider time)
{
    private const int HugeBytes = 50 * 1024 * 1024;
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly ConcurrentDictionary<string, int> _performed = new(StringComparer.Ordinal);
    private int _waiting;
    private int _open;

    /// <summary>The system's name.</summary>
    public string Name => name;

    /// <summary>What goes wrong now. Default nothing.</summary>
    public StandInFault Fault { get; set; } = StandInFault.None;

    /// <summary>Every request since the last <see cref="Forget"/>, in the order of arrival.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Requests that at this moment only wait for time to pass.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>
    /// How often each write was really performed, by its kind and what it was about: <c>cancel 2026001001</c>. An answer that got lost does
    /// not change the count; a write that was refused is not in it.
    /// </summary>
    public IReadOnlyDictionary<string, int> Performed => _performed;

    /// <summary>Requests that have come and have not been answered, those that wait included.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>What this system sends of its own accord and has not been answered yet.</summary>
    public virtual int Sending => 0;

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Back to the beginning: fixtures as they were, no fault, nothing seen, nothing performed.</summary>
    public void Reset()
    {
        Fault = StandInFault.None;
        Forget();
        ResetData();
    }

    /// <summary>Forgets the requests that were seen and what was performed.</summary>
    public void Forget()
    {
        _requests.Clear();
        _performed.Clear();
    }

    /// <summary>Somebody changes something in the system by hand, as a script may say.</summary>
    /// <param name="subject">What: an order's number, a parcel's.</param>
    /// <param name="state">The state that it gets, in the system's own words or in those of call scripts.</param>
    /// <param name="beforeNextWrite">Only just before the next write about it is performed: after the product has read it.</param>
    /// <returns>Why that is not possible; null when it is done.</returns>
    public virtual string? ChangeByHand(string subject, string state, bool beforeNextWrite)
        => $"{name} has nothing that a script could change";

    /// <summary>
    /// Maps the system's paths below <paramref name="group"/>, whose requests pass <see cref="InterveneAsync"/> first, and beside them what
    /// controls the stand-in, which never goes wrong and is not remembered.
    /// </summary>
    internal void Map(RouteGroupBuilder group)
    {
        var paths = group.MapGroup(string.Empty);
        paths.AddEndpointFilter(async (context, next) => await InterveneAsync(context.HttpContext, async () => await next(context)));
        MapPaths(paths);
        var control = group.MapGroup("/_control");
        StandInControl.Map(control, this);
        MapControl(control);
    }

    /// <summary>Maps the system's paths.</summary>
    protected abstract void MapPaths(RouteGroupBuilder group);

    /// <summary>Brings the fixtures back.</summary>
    protected abstract void ResetData();

    /// <summary>Maps what this system's own switches are set by, besides those that all have. Default nothing.</summary>
    protected virtual void MapControl(RouteGroupBuilder control)
    {
    }

    /// <summary>Counts a write that is performed now; see <see cref="Performed"/>.</summary>
    /// <param name="kind">What, in one word or two.</param>
    /// <param name="subject">What it is about: a number, an id.</param>
    protected void Count(string kind, string subject) => _performed.AddOrUpdate($"{kind} {subject}", 1, static (_, count) => count + 1);

    /// <summary>The system's own refusal of a request (a limit, a login), before any fault strikes; null to go on. Default null.</summary>
    protected virtual IResult? Refuse(HttpContext context) => null;

    /// <summary>How this system answers a login that it does not know.</summary>
    protected abstract IResult LoginRefused();

    /// <summary>How this system answers when it was asked too often.</summary>
    protected abstract IResult RateLimited();

    /// <summary>The media type of this system's answers.</summary>
    protected abstract string MediaType { get; }

    /// <summary>Whether a request changes something, for faults that hit only writes. Systems that write by GET or read by POST say so.</summary>
    protected virtual ValueTask<bool> IsWriteAsync(HttpContext context) => ValueTask.FromResult(!HttpMethods.IsGet(context.Request.Method));

    private async ValueTask<object?> InterveneAsync(HttpContext context, Func<ValueTask<object?>> perform)
    {
        Interlocked.Increment(ref _open);
        try
        {
            return await AnswerAsync(context, perform);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async ValueTask<object?> AnswerAsync(HttpContext context, Func<ValueTask<object?>> perform)
    {
        context.Request.EnableBuffering();
        var isWrite = await IsWriteAsync(context);
        context.Request.Body.Position = 0;
        _requests.Enqueue(new SeenRequest(context.Request.Method, context.Request.Path, isWrite, time.GetUtcNow()));
        if (Refuse(context) is { } refusal)
        {
            return refusal;
        }

        var fault = Fault;
        switch (fault.Strike(isWrite))
        {
            case StandInFaultKind.None:
                return await perform();
            case StandInFaultKind.Slow:
                await WaitAsync(fault.Delay, context.RequestAborted);
                return await perform();
            case StandInFaultKind.TimeOut:
                await WaitAsync(TimeSpan.FromMinutes(2), context.RequestAborted);
                return Results.StatusCode(StatusCodes.Status504GatewayTimeout);
            case StandInFaultKind.Error:
                return Results.StatusCode(StatusCodes.Status500InternalServerError);
            case StandInFaultKind.Malformed:
                return Results.Text("{\"<broken", MediaType, Encoding.UTF8);
            case StandInFaultKind.WrongType:
                return Results.Text("<!DOCTYPE html><title>Údržba</title><p>Hned jsme zpátky.", "text/html", Encoding.UTF8);
            case StandInFaultKind.Huge:
                return Results.Stream(WriteMuchAsync, MediaType);
            case StandInFaultKind.LoginRefused:
                return LoginRefused();
            case StandInFaultKind.RateLimited:
                return RateLimited();
            case StandInFaultKind.Drop:
                context.Abort();
                return Results.Empty;
            case StandInFaultKind.LostAnswer:
                await perform();
                context.Abort();
                return Results.Empty;
            default:
                throw new InvalidOperationException($"{name} cannot go wrong in this way.");
        }
    }

    /// <summary>Waits without counting as work.</summary>
    protected async Task WaitAsync(TimeSpan length, CancellationToken aborted)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await Task.Delay(length, time, aborted);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private static async Task WriteMuchAsync(Stream stream)
    {
        var piece = new byte[64 * 1024];
        Array.Fill(piece, (byte)' ');
        for (var written = 0; written < HugeBytes; written += piece.Length)
        {
            await stream.WriteAsync(piece);
        }
    }
}

/// <summary>A request that a stand-in got. It holds neither query nor body.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="IsWrite">It was to change something.</param>
/// <param name="At">When it arrived.</param>
public sealed record SeenRequest(string Method, string Path, bool IsWrite, DateTimeOffset At);
