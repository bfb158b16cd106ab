using Microsoft.ML.OnnxRuntime;
using Notulen.Core.Recordings;

namespace Notulen.Engines.Audio;

/// <summary>Silero's network on a number of lanes at once, with buffers that are used again at every step.</summary>
/// <remarks>Inputs: "input" [lanes, 64 + 512] (the last 64 samples of the frame before, then the frame), "state" [2, lanes, 128], "sr".</remarks>
internal sealed class SileroNetwork : IDisposable
{
    private const int Context = 64;
    private const int Width = Context + SpeechFrames.FrameSamples;
    private const int StateSize = 128;
    private static readonly string[] Inputs = ["input", "state", "sr"];
    private static readonly string[] Outputs = ["output", "stateN"];

    private readonly int _lanes;
    private readonly float[] _input;
    private readonly float[] _probability;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly OrtValue[][] _in;
    private readonly OrtValue[][] _out;
    private int _turn;

    static SileroNetwork() => OnnxTelemetry.TurnOff();

    public SileroNetwork(string model, int lanes)
    {
        _lanes = lanes;
        _input = new float[lanes * Width];
        _probability = new float[lanes];
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new InferenceSession(model, options);

        // The state goes back and forth between two buffers: what one step writes, the next one reads.
        var input = OrtValue.CreateTensorValueFromMemory(_input, [lanes, Width]);
        var rate = OrtValue.CreateTensorValueFromMemory(new long[] { DecodedAudio.SampleRate }, []);
        var output = OrtValue.CreateTensorValueFromMemory(_probability, [lanes, 1]);
        OrtValue[] states =
        [
            OrtValue.CreateTensorValueFromMemory(new float[2 * lanes * StateSize], [2, lanes, StateSize]),
            OrtValue.CreateTensorValueFromMemory(new float[2 * lanes * StateSize], [2, lanes, StateSize]),
        ];
        _in = [[input, states[0], rate], [input, states[1], rate]];
        _out = [[output, states[1]], [output, states[0]]];
    }

    /// <summary>Where the 512 samples of a lane's next frame go.</summary>
    public Span<float> Frame(int lane) => _input.AsSpan(lane * Width + Context, SpeechFrames.FrameSamples);

    /// <summary>Probability of speech in the frame of the last step.</summary>
    public float Probability(int lane) => _probability[lane];

    /// <summary>Takes one frame of every lane.</summary>
    public void Step()
    {
        _session.Run(_run, Inputs, _in[_turn], Outputs, _out[_turn]);
        _turn = 1 - _turn;
    }

    /// <summary>Makes the end of each frame the context of the next one. Call it before the next frames are filled in.</summary>
    public void Advance()
    {
        for (var lane = 0; lane < _lanes; lane++)
            _input.AsSpan(lane * Width + SpeechFrames.FrameSamples, Context).CopyTo(_input.AsSpan(lane * Width, Context));
    }

    public void Dispose()
    {
        foreach (var value in _in.Concat(_out).SelectMany(values => values).Distinct())
            value.Dispose();
        _run.Dispose();
        _session.Dispose();
    }
}
