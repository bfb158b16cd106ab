using System.Buffers.Binary;
using System.Numerics.Tensors;
using Notulen.Core.Recordings;

namespace Notulen.Engines.Audio;

/// <summary>
/// Voice activity with Silero VAD (MIT), a small recurrent network: every 32 ms it takes 512 samples and its own state.
/// </summary>
/// <remarks>
/// The recording is cut into lanes that run side by side as one batch, because most of the cost of a step is overhead.
/// Each lane begins a second early to warm its state up; that changes no region in practice.
/// </remarks>
public sealed class SileroDetector(IEngineFiles files) : ISpeechDetector
{
    private const int MostLanes = 16;
    private const int FewestFramesPerLane = 500;
    private const int WarmUpFrames = 32;
    private const int ReportFrames = 256;

    /// <summary>Number of lanes; null chooses by length.</summary>
    internal int? Lanes { get; init; }

    public async Task<SpeechFrames> DetectAsync(string file, double gain, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var model = await files.VoiceActivityModelAsync(cancellationToken);
        // The network keeps one core busy: leave the thread of the caller alone.
        return await Task.Run(() => Detect(model, file, (float)gain, progress, cancellationToken), cancellationToken);
    }

    private SpeechFrames Detect(string model, string file, float gain, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var handle = File.OpenHandle(file);
        var samples = RandomAccess.GetLength(handle) / sizeof(short);
        var count = (int)((samples + SpeechFrames.FrameSamples - 1) / SpeechFrames.FrameSamples);
        var frames = new SpeechFrames(new byte[count], new byte[count]);
        var lanes = Lanes ?? Math.Clamp(count / FewestFramesPerLane, 1, MostLanes);
        var length = (count + lanes - 1) / lanes;

        using var network = new SileroNetwork(model, lanes);
        var readers = Enumerable.Range(0, lanes)
            .Select(lane => new LaneReader(handle, (long)lane * length - (lane == 0 ? 0 : WarmUpFrames), gain))
            .ToArray();
        for (var step = 0; step < length + WarmUpFrames; step++)
        {
            if (step % ReportFrames == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report((double)step / (length + WarmUpFrames));
            }
            for (var lane = 0; lane < lanes; lane++)
                readers[lane].Read(network.Frame(lane));
            network.Step();
            for (var lane = 0; lane < lanes; lane++)
            {
                var within = lane == 0 ? step : step - WarmUpFrames;
                var frame = lane * length + within;
                if (within < 0 || within >= length || frame >= count)
                    continue;
                frames.Probability[frame] = (byte)Math.Clamp(network.Probability(lane) * 255, 0, 255);
                frames.Level[frame] = Level(network.Frame(lane));
            }
            network.Advance();
        }
        progress.Report(1);
        return frames;
    }

    // dB below full scale, 0 to 120.
    private static byte Level(ReadOnlySpan<float> frame)
    {
        var sum = TensorPrimitives.SumOfSquares(frame);
        return (byte)Math.Clamp(-10 * Math.Log10(sum / frame.Length + 1e-12), 0, 120);
    }

    /// <summary>Reads a lane frame by frame; before the beginning and after the end there is silence.</summary>
    private sealed class LaneReader(Microsoft.Win32.SafeHandles.SafeFileHandle file, long frame, float gain)
    {
        private const int BufferFrames = 32;
        private const int FrameBytes = SpeechFrames.FrameSamples * sizeof(short);
        private readonly byte[] _buffer = new byte[BufferFrames * FrameBytes];
        private int _used = BufferFrames;
        private long _frame = frame;

        public void Read(Span<float> target)
        {
            if (_used == BufferFrames)
            {
                Array.Clear(_buffer);
                var read = 0;
                while (read < _buffer.Length && RandomAccess.Read(file, _buffer.AsSpan(read), _frame * FrameBytes + read) is var got and > 0)
                    read += got;
                _frame += BufferFrames;
                _used = 0;
            }
            var bytes = _buffer.AsSpan(_used++ * FrameBytes, FrameBytes);
            for (var index = 0; index < target.Length; index++)
                target[index] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(index * sizeof(short))..]) / 32768f;
            PcmFile.Amplify(target, gain);
        }
    }
}
