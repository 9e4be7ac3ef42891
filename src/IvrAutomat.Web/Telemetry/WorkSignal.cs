using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IvrAutomat.Web.Telemetry;

/// <summary>One attempt of a query or a request being told of: a span and a duration, once it is disposed of.</summary>
internal sealed class WorkSignal(Activity? span, (string Manner, string Kind) work, Histogram<double> seconds, TimeProvider time) : IDisposable
{
    private readonly long _began = time.GetTimestamp();
    private string _result = "failed";

    /// <summary>What it came to: the name of the result's class.</summary>
    public void Ended(string result) => _result = result;

    /// <inheritdoc />
    public void Dispose()
    {
        var result = new KeyValuePair<string, object?>(Label.Result, _result);
        seconds.Record(
            time.GetElapsedTime(_began).TotalSeconds, new KeyValuePair<string, object?>(Label.Manner, work.Manner),
            new KeyValuePair<string, object?>(Label.Kind, work.Kind), result);
        span?.SetTag(Label.Manner, work.Manner).SetTag(Label.Kind, work.Kind).SetTag(Label.Result, _result).Dispose();
    }
}
