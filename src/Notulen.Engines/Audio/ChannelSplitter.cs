namespace Notulen.Engines.Audio;

/// <summary>Takes one channel out of interleaved 16-bit samples.</summary>
internal sealed class ChannelSplitter(int channels)
{
    private byte[] _own = [];

    /// <summary>The channel's samples; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Channel(ReadOnlyMemory<byte> interleaved, int channel)
    {
        if (channels == 1)
            return interleaved;
        var frames = interleaved.Length / (sizeof(short) * channels);
        if (_own.Length < frames * sizeof(short))
            _own = new byte[frames * sizeof(short)];
        var source = interleaved.Span;
        for (var frame = 0; frame < frames; frame++)
        {
            var at = (frame * channels + channel) * sizeof(short);
            _own[frame * 2] = source[at];
            _own[frame * 2 + 1] = source[at + 1];
        }
        return _own.AsMemory(0, frames * sizeof(short));
    }
}
