using System.Diagnostics;

namespace IvrAutomat.Proof.Canary;

/// <summary>Takes every span of every source, with tags and events.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly List<string> _lines = [];

    public Spans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Activity span)
    {
        var tags = span.TagObjects.Concat(span.Events.SelectMany(each => each.Tags)).Select(tag => $"{tag.Key}={tag.Value}");
        lock (_lines)
        {
            _lines.Add($"{span.Source.Name} {span.DisplayName} {string.Join(' ', tags)} {string.Join(' ', span.Baggage)}");
        }
    }
}
