namespace IvrAutomat.Web.Calls;

/// <summary>
/// Counts what runs: workers that are busy, and turns that at this moment only wait. Virtual time may jump, and the
/// process may stop, when nothing is busy.
/// </summary>
internal sealed class Activity
{
    private int _busy;
    private int _parked;

    /// <summary>Workers that are running now.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Turns that wait for a timer or a worker now.</summary>
    public int Parked => Volatile.Read(ref _parked);

    /// <summary>Counts as busy until disposed.</summary>
    public Scope Working() => new(this, parked: false);

    /// <summary>Counts as waiting until disposed.</summary>
    public Scope Waiting() => new(this, parked: true);

    /// <summary>One thing that runs or waits.</summary>
    internal readonly struct Scope : IDisposable
    {
        private readonly Activity _activity;
        private readonly bool _isParked;

        public Scope(Activity activity, bool parked)
        {
            (_activity, _isParked) = (activity, parked);
            Add(1);
        }

        public void Dispose() => Add(-1);

        private void Add(int change) => Interlocked.Add(ref _isParked ? ref _activity._parked : ref _activity._busy, change);
    }
}
