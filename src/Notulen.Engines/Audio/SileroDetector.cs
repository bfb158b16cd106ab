using System.Buffers.Binary;
using System.Numerics.Tensors;
using Microsoft.Win32.SafeHandles;
using Notulen.Core.Recordings;

namespace Notulen.Engines.Audio;

/// <summary>
/// Voice activity with Silero VAD (MIT), a small recurrent network: every 32 ms it takes 512 samples and its own state.
/// </summary>
/// <remarks>
/// The recording is cut into lanes that run side by side as one batch, because most of the cost of a step is overhead;
/// two batches keep two processors busy. Each lane begins two seconds early to warm its state up, which leaves
/// the regions as they are in one long run.
/// </remarks>
public sealed class SileroDetector(IEngineFiles files) : ISpeechDetector
{
    private const int MostLanes = 8;
    private const int FramesPerLane = 500;
    private const int WarmUpFrames = 62;
    private const int ReportFrames = 256;

    public async Task<SpeechFrames> DetectAsync(string file, double gain, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var model = await files.VoiceActivityModelAsync(cancellationToken);
        using var handle = File.OpenHandle(file);
        var samples = RandomAccess.GetLength(handle) / sizeof(short);
        var count = checked((int)((samples + SpeechFrames.FrameSamples - 1) / SpeechFrames.FrameSamples));
        var frames = new SpeechFrames(new byte[count], new byte[count]);
        var batches = count >= 2 * FramesPerLane && Environment.ProcessorCount > 1 ? 2 : 1;
        var lanes = Math.Clamp(count / batches / FramesPerLane, 1, MostLanes);
        var length = (count + batches * lanes - 1) / (batches * lanes);
        // The caller's thread is left alone: a batch keeps a processor busy.
        await Task.WhenAll(Enumerable.Range(0, batches).Select(batch => Task.Run(
            () => Detect(model, handle, frames, batch * lanes, lanes, length, (float)gain, batch == 0 ? progress : null, cancellationToken), cancellationToken)));
        progress.Report(1);
        return frames;
    }

    private static void Detect(
        string model, SafeFileHandle file, SpeechFrames frames, int firstLane, int lanes, int length, float gain, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var network = new SileroNetwork(model, lanes);
        var readers = Enumerable.Range(firstLane, lanes)
            .Select(lane => new LaneReader(file, (long)lane * length - WarmUp(lane), gain))
            .ToArray();
        for (var step = 0; step < length + WarmUpFrames; step++)
        {
            if (step % ReportFrames == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)step / (length + WarmUpFrames));
            }
            for (var lane = 0; lane < lanes; lane++)
                readers[lane].Read(network.Frame(lane));
            network.Step();
            for (var lane = 0; lane < lanes; lane++)
            {
                var within = step - WarmUp(firstLane + lane);
                var frame = (firstLane + lane) * length + within;
                if (within < 0 || within >= length || frame >= frames.Count)
                    continue;
                frames.Probability[frame] = (byte)Math.Clamp(MathF.Round(network.Probability(lane) * 255), 0, 255);
                frames.Level[frame] = Level(network.Frame(lane));
            }
            network.Advance();
        }
    }

    // Before the recording there is nothing to warm up on.
    private static int WarmUp(int lane) => lane == 0 ? 0 : WarmUpFrames;

    // dB below full scale, 0 to 120.
    private static byte Level(ReadOnlySpan<float> frame)
    {
        var sum = TensorPrimitives.SumOfSquares(frame);
        return (byte)Math.Clamp(-10 * Math.Log10(sum / frame.Length + 1e-12), 0, 120);
    }

    /// <summary>Reads a lane frame by frame; before the beginning and after the end there is silence.</summary>
    private sealed class LaneReader(SafeFileHandle file, long frame, float gain)
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
