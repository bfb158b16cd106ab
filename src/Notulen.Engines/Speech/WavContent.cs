using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Notulen.Core.Recordings;

namespace Notulen.Engines.Speech;

/// <summary>A window as a WAV file in a request, written piece by piece straight into the connection.</summary>
internal sealed class WavContent : HttpContent
{
    private const int HeaderBytes = 44;
    private const int Piece = 8 * 1024;

    private readonly ReadOnlyMemory<float> _samples;

    public WavContent(ReadOnlyMemory<float> samples)
    {
        _samples = samples;
        Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var bytes = new byte[Piece * sizeof(short)];
        Header(bytes);
        await stream.WriteAsync(bytes.AsMemory(0, HeaderBytes));
        for (var at = 0; at < _samples.Length; at += Piece)
        {
            var count = Math.Min(Piece, _samples.Length - at);
            Convert(_samples.Span.Slice(at, count), MemoryMarshal.Cast<byte, short>(bytes.AsSpan()));
            await stream.WriteAsync(bytes.AsMemory(0, count * sizeof(short)));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = HeaderBytes + (long)_samples.Length * sizeof(short);
        return true;
    }

    private static void Convert(ReadOnlySpan<float> samples, Span<short> target)
    {
        for (var i = 0; i < samples.Length; i++)
            target[i] = (short)MathF.Round(Math.Clamp(samples[i], -1f, 1f) * short.MaxValue);
    }

    private void Header(Span<byte> header)
    {
        var data = _samples.Length * sizeof(short);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderBytes - 8 + data);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], DecodedAudio.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], DecodedAudio.SampleRate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], data);
    }
}
