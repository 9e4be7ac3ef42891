namespace IvrAutomat.Simulator.Carrier;

/// <summary>What somebody on the line hears.</summary>
internal enum Heard
{
    /// <summary>A sound, music for example.</summary>
    Sound,

    /// <summary>The carrier's own voice.</summary>
    Voice,

    /// <summary>Words from a sound file of the product.</summary>
    Recording,
}
