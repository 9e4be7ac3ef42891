using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IvrAutomat.Web.Calls;
using Polly;
using Polly.Retry;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The manner of all REST calls: form in, JSON out, Basic authentication, time-out, retries, and the outcome as a value. It knows no
/// operation. A GET is repeated after a lost or failed attempt; a POST only after 429, which is the carrier's word that it did nothing:
/// calls and messages have no idempotency key.
/// </summary>
/// <param name="http">Without a time-out and redirects of its own; its logs must not show URLs, because lists are asked by number.</param>
/// <param name="options">Account, credentials and address.</param>
/// <param name="time">Measures time-outs and pauses.</param>
/// <param name="log">Hears of refusals and unknown outcomes, without numbers and texts.</param>
/// <param name="activity">Counts waits between attempts.</param>
internal sealed partial class TwilioApi(HttpClient http, TwilioOptions options, TimeProvider time, ILogger<TwilioApi> log, Activity activity)
{
    /// <summary>One attempt, from connecting to the last byte of the answer.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(8);

    private const int Attempts = 3;
    private const string ApiVersion = "2010-04-01";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly string _address = options.ApiUrl.TrimEnd('/');
    private readonly string _account = $"/{ApiVersion}/Accounts/{options.AccountSid}/";
    private readonly AuthenticationHeaderValue _authorization = Basic(options.Credentials());
    private readonly ResiliencePipeline<TwilioAnswer> _reading = Retrying(activity.Resting(time), static answer => answer.MayRepeatReading);
    private readonly ResiliencePipeline<TwilioAnswer> _writing = Retrying(activity.Resting(time), static answer => answer.IsTooManyRequests);

    /// <summary>Creates or changes something.</summary>
    /// <param name="path">Below the account, for example <c>Messages.json</c>; identifiers in it percent-encoded.</param>
    /// <param name="fields">The form.</param>
    /// <param name="shape">What the answer is read as.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="sent">Told when an attempt has been written to a connection, before it is answered; null: nobody is.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; it may have been performed all the same.</exception>
    public Task<TwilioOutcome<T>> PostAsync<T>(string path, FormFields fields, JsonTypeInfo<T> shape, CancellationToken cancellation, Action? sent = null) =>
        RunAsync(_writing, HttpMethod.Post, _account + path, fields, shape, cancellation, sent);

    /// <summary>Reads something.</summary>
    /// <param name="path">Below the account, or the next page that a list named.</param>
    /// <param name="shape">What the answer is read as.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<TwilioOutcome<T>> GetAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken cancellation) =>
        RunAsync(_reading, HttpMethod.Get, path.StartsWith('/') ? path : _account + path, fields: null, shape, cancellation);

    /// <summary>Whether a path that the carrier named stays within our account, so that credentials may follow it.</summary>
    public bool IsOurs(string path) => path.StartsWith(_account, StringComparison.Ordinal);

    private async Task<TwilioOutcome<T>> RunAsync<T>(
        ResiliencePipeline<TwilioAnswer> pipeline,
        HttpMethod method,
        string path,
        FormFields? fields,
        JsonTypeInfo<T> shape,
        CancellationToken cancellation,
        Action? sent = null)
    {
        var answer = await AttemptsAsync(pipeline, async token => await AttemptAsync(method, path, fields, sent, token), cancellation);
        var outcome = Judge(answer, shape);
        if (outcome is TwilioOutcome<T>.Refused refused)
        {
            LogRefused(method.Method, refused.HttpStatus, refused.Code);
        }
        else if (outcome is TwilioOutcome<T>.Unknown unknown)
        {
            LogUnknown(method.Method, unknown.Reason);
        }

        return outcome;
    }

    private static async Task<TwilioAnswer> AttemptsAsync(
        ResiliencePipeline<TwilioAnswer> pipeline, Func<CancellationToken, ValueTask<TwilioAnswer>> attempt, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            return await pipeline.ExecuteAsync(inner => attempt(inner.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<TwilioAnswer> AttemptAsync(HttpMethod method, string path, FormFields? fields, Action? sent, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        using var request = new HttpRequestMessage(method, new Uri(_address + path));
        request.Headers.Authorization = _authorization;
        request.Content = fields?.ToContent(sent);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return new(Delivery.Answered, (int)response.StatusCode, body, response.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new(Delivery.TimedOut);
        }
        catch (HttpRequestException failure)
        {
            return new(NothingWasSent(failure) ? Delivery.NeverSent : Delivery.Lost);
        }
    }

    private static TwilioOutcome<T> Judge<T>(TwilioAnswer answer, JsonTypeInfo<T> shape) => answer switch
    {
        { Delivery: Delivery.NeverSent } => new TwilioOutcome<T>.Refused(Code: null, HttpStatus: 0, MayRetry: true),
        { Delivery: Delivery.TimedOut } => new TwilioOutcome<T>.Unknown(UnknownReason.TimedOut),
        { Delivery: Delivery.Lost } => new TwilioOutcome<T>.Unknown(UnknownReason.ConnectionLost),
        { Status: >= 200 and < 300 } => TryRead(answer.Body, shape) is { } value
            ? new TwilioOutcome<T>.Done(value)
            : new TwilioOutcome<T>.Unknown(UnknownReason.AnswerUnreadable),
        { Status: (int)HttpStatusCode.RequestTimeout or >= 500 } => new TwilioOutcome<T>.Unknown(UnknownReason.ServerError),
        { Status: >= 400 } => new TwilioOutcome<T>.Refused(
            TryRead(answer.Body, TwilioJson.Default.TwilioError)?.Code, answer.Status, answer.IsTooManyRequests),
        _ => new TwilioOutcome<T>.Unknown(UnknownReason.AnswerUnreadable),
    };

    private static T? TryRead<T>(byte[] body, JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(body, shape);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static ResiliencePipeline<TwilioAnswer> Retrying(TimeProvider time, Func<TwilioAnswer, bool> again) =>
        new ResiliencePipelineBuilder<TwilioAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<TwilioAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is null && again(arguments.Outcome.Result)),
                MaxRetryAttempts = Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                DelayGenerator = arguments => ValueTask.FromResult(
                    arguments.Outcome.Result.RetryAfter is { } asked && asked > TimeSpan.Zero
                        ? (TimeSpan?)(asked < LongestPause ? asked : LongestPause)
                        : null),
            })
            .Build();

    private static bool NothingWasSent(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static AuthenticationHeaderValue Basic(NetworkCredential credentials) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.UserName}:{credentials.Password}")));

    [LoggerMessage(EventId = 2121, Level = LogLevel.Warning, Message = "The carrier refused a {Method}: HTTP {Status}, error {Code}")]
    private partial void LogRefused(string method, int status, int? code);

    [LoggerMessage(EventId = 2122, Level = LogLevel.Warning, Message = "Whether the carrier performed a {Method} is not known: {Reason}")]
    private partial void LogUnknown(string method, UnknownReason reason);
}
