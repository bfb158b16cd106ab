using System.Runtime.InteropServices;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Core.Storage;

namespace Notulen.Engines.Audio;

/// <summary>
/// Working audio while it is being written: one file per channel under a temporary name, which becomes visible when all
/// of it is there.
/// </summary>
internal sealed class ChannelFiles : IDisposable
{
    private readonly string _folder;
    private readonly string[] _names;
    private readonly FileStream[] _files;
    private readonly LevelMeter[] _meters;
    private readonly byte[] _buffer;
    private readonly short[] _single;
    private int _held;
    private bool _finished;

    public ChannelFiles(string folder, int channels)
    {
        _folder = folder;
        _names = [.. Enumerable.Range(0, channels).Select(channel => $"channel-{channel}.pcm")];
        _meters = [.. _names.Select(_ => new LevelMeter())];
        _buffer = GC.AllocateUninitializedArray<byte>(64 * 1024 / (2 * channels) * 2 * channels);
        _single = new short[_buffer.Length / 2 / channels];
        _files = [.. _names.Select(name => new FileStream(Part(name), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))];
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>Samples per channel so far.</summary>
    public long Samples { get; private set; }

    public double Seconds => Samples / (double)DecodedAudio.SampleRate;

    /// <summary>One factor for all channels: the loudest of them decides, and their balance stays.</summary>
    public double Gain => _meters.MaxBy(meter => meter.SpeechLevel() ?? double.MinValue)!.Gain();

    /// <summary>Takes in interleaved samples until the stream ends.</summary>
    /// <exception cref="NotulenException">"disk.full".</exception>
    public async Task CopyFromAsync(Stream interleaved, Action<double> onSeconds, CancellationToken cancellationToken)
    {
        while (await interleaved.ReadAsync(_buffer.AsMemory(_held), cancellationToken) is > 0 and var got)
        {
            _held += got;
            if (_held < _buffer.Length)
                continue;
            Flush();
            onSeconds(Seconds);
        }
        Flush();
        onSeconds(Seconds);
    }

    /// <summary>Gives the files their real names, once they would survive a power cut: the database will say that they are whole.</summary>
    public void Finish()
    {
        foreach (var file in _files)
            file.Flush(flushToDisk: true);
        _finished = true;
        foreach (var file in _files)
            file.Dispose();
        foreach (var name in _names)
            File.Move(Part(name), Path.Combine(_folder, name), overwrite: true);
    }

    public void Dispose()
    {
        if (_finished)
            return;
        foreach (var file in _files)
            file.Dispose();
        foreach (var name in _names)
            File.Delete(Part(name));
    }

    private string Part(string name) => Path.Combine(_folder, name + ".part");

    private void Flush()
    {
        var frames = _held / (2 * _files.Length);
        var samples = MemoryMarshal.Cast<byte, short>(_buffer.AsSpan(0, frames * 2 * _files.Length));
        for (var channel = 0; channel < _files.Length; channel++)
        {
            var own = samples;
            if (_files.Length > 1)
            {
                for (var i = 0; i < frames; i++)
                    _single[i] = samples[i * _files.Length + channel];
                own = _single.AsSpan(0, frames);
            }
            _meters[channel].Add(own);
            Write(_files[channel], MemoryMarshal.AsBytes(own));
        }
        Samples += frames;
        _held = 0;
    }

    private void Write(FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (IOException exception) when (DiskSpace.IsFull(exception))
        {
            throw DiskSpace.Full(_folder, exception);
        }
    }
}
