namespace Notulen.Core.Transcripts;

/// <summary>
/// How often windows may be recognised again, per window and over a whole recording. A recording that is hopeless throughout
/// must not take three times as long without becoming any better.
/// </summary>
/// <param name="perWindow">Most extra decodings of one window.</param>
public sealed class ExtraListening(int perWindow)
{
    // A bad start may be tried in full; after that, a third of the windows.
    private const int Start = 8;
    private const int WindowsPerExtra = 3;

    private int _taken;
    private int _done;

    /// <summary>Asks for one more decoding.</summary>
    /// <param name="soFar">Extra decodings that the window has had.</param>
    /// <returns>False when the window or the recording has had enough.</returns>
    public bool Take(int soFar)
    {
        if (soFar >= perWindow)
            return false;
        if (Interlocked.Increment(ref _taken) <= Start + Volatile.Read(ref _done) / WindowsPerExtra)
            return true;
        Interlocked.Decrement(ref _taken);
        return false;
    }

    /// <summary>Says that a window is done, which allows for later ones.</summary>
    public void Done() => Interlocked.Increment(ref _done);
}
