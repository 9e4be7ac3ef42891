using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>Takes down all that some hosts tell of themselves, and nothing of others in this process.</summary>
internal sealed class Telling : IDisposable
{
    private readonly Signals[] _hosts;
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters;

    public Telling(params Signals[] hosts)
    {
        _hosts = hosts;
        _spans = new ActivityListener
        {
            ShouldListenTo = source => _hosts.Any(host => host.Source == source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_spans);
        _meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (_hosts.Any(host => host.Meter == instrument.Meter))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Values.Add(new Told(instrument.Name, value, [.. tags])));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Values.Add(new Told(instrument.Name, value, [.. tags])));
        _meters.Start();
    }

    public ConcurrentBag<Activity> Spans { get; } = [];

    public ConcurrentBag<Told> Values { get; } = [];

    /// <summary>Everything that was told, as one text.</summary>
    public string Text => string.Join('\n', Spans.Select(span => $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(each => each.Tags))}")
        .Concat(Values.Select(value => $"{value.Name} {string.Join(' ', value.Labels)}")));

    /// <summary>The sum of an instrument's values with these labels.</summary>
    public double Sum(string name, params string[] labels)
        => Values.Where(value => value.Name == name && labels.All(label => value.Labels.Any(each => $"{each.Value}" == label))).Sum(value => value.Value);

    /// <summary>Asks the gauges.</summary>
    public void Ask() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    internal sealed record Told(string Name, double Value, IReadOnlyList<KeyValuePair<string, object?>> Labels);
}
