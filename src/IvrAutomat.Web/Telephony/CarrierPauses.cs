namespace IvrAutomat.Web.Telephony;

/// <summary>How many REST calls of this process wait until they are made again: they are under way, and yet virtual time has to pass for them.</summary>
internal sealed class CarrierPauses
{
    private int _resting;

    /// <summary>Calls that wait.</summary>
    public int Resting => Volatile.Read(ref _resting);

    /// <summary>Watches one call; disposing it ends its wait, if there is one.</summary>
    public Pause Watch() => new(this);

    /// <summary>One call's waits, one after the other.</summary>
    internal sealed class Pause(CarrierPauses all) : IDisposable
    {
        private bool _isResting;

        /// <summary>A wait begins.</summary>
        public void Begin()
        {
            _isResting = true;
            Interlocked.Increment(ref all._resting);
        }

        /// <summary>The wait is over.</summary>
        public void End()
        {
            if (_isResting)
            {
                _isResting = false;
                Interlocked.Decrement(ref all._resting);
            }
        }

        /// <inheritdoc />
        public void Dispose() => End();
    }
}
