using System.Buffers.Binary;
using Notulen.Core.Problems;
using Xunit;

namespace Notulen.Tests.Audio;

/// <summary>What is no recording, or only half of one.</summary>
public sealed class BadRecordingTests : IDisposable
{
    private readonly AudioFolder _folder = new();

    [Fact]
    public async Task A_text_that_was_renamed_is_refused()
    {
        await File.WriteAllTextAsync(_folder.File("opname.wav"), string.Concat(Enumerable.Repeat("Dit is geen geluid.\n", 200)), TestContext.Current.CancellationToken);

        await RefusedAsync("opname.wav", "audio.unreadable");
    }

    [Fact]
    public async Task Subtitles_are_no_recording()
    {
        await File.WriteAllTextAsync(_folder.File("opname.mp4"), "1\n00:00:01,000 --> 00:00:02,000\nGoedenavond.\n", TestContext.Current.CancellationToken);

        await RefusedAsync("opname.mp4", "audio.unreadable");
    }

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(_folder.File("opname.mp3"), bytes, TestContext.Current.CancellationToken);

        await RefusedAsync("opname.mp3", "audio.unreadable");
    }

    [Fact]
    public async Task A_file_of_zero_bytes_is_called_empty()
    {
        await File.WriteAllBytesAsync(_folder.File("opname.wav"), [], TestContext.Current.CancellationToken);

        await RefusedAsync("opname.wav", "audio.empty");
    }

    [Fact]
    public Task A_file_that_is_not_there_is_called_missing() => RefusedAsync("weg.wav", "file.missing");

    [Fact]
    public async Task A_video_without_sound_is_told_from_a_file_that_is_no_recording()
    {
        await _folder.MakeAsync("beeld.mp4", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=5", "-t", "2", "-c:v", "mpeg4");

        await RefusedAsync("beeld.mp4", "audio.noSound");
    }

    [Fact]
    public async Task A_recording_whose_index_was_never_written_is_said_to_break_off()
    {
        await _folder.MakeAsync("heel.m4a", "-f", "lavfi", "-i", AudioFolder.Speechlike, "-t", "20");
        Cut("heel.m4a", "half.m4a", 0.5);

        await RefusedAsync("half.m4a", "audio.brokenOff");
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("wav")]
    [InlineData("flac")]
    public async Task Of_a_recording_that_was_cut_off_what_is_there_is_decoded_with_a_warning(string kind)
    {
        await _folder.MakeAsync("heel." + kind, "-f", "lavfi", "-i", AudioFolder.Speechlike, "-t", "60");
        Cut("heel." + kind, "half." + kind, 0.5);

        var audio = await _folder.DecodeAsync(_folder.File("half." + kind));

        Assert.Equal(["audio.truncated"], audio.Warnings);
        Assert.InRange(audio.Duration, 25, 35);
    }

    [Theory]
    [InlineData("lijst.wav", "ffconcat version 1.0\nfile 'geheim.wav'\n")]
    [InlineData("lijst.m4a", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\ngeheim.wav\n#EXT-X-ENDLIST\n")]
    [InlineData("lijst.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:geheim.wav\n#EXT-X-ENDLIST\n")]
    [InlineData("lijst.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n")]
    public async Task A_list_that_names_another_file_opens_nothing(string name, string content)
    {
        await _folder.MakeAsync("geheim.wav", "-f", "lavfi", "-i", AudioFolder.Speechlike, "-t", "10");
        await File.WriteAllTextAsync(_folder.File(name), content, TestContext.Current.CancellationToken);

        await RefusedAsync(name, "audio.unreadable");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9999)]
    public async Task An_absurd_number_of_channels_is_refused(int channels)
    {
        await _folder.MakeAsync("opname.wav", "-f", "lavfi", "-i", AudioFolder.Speechlike, "-t", "1");
        var bytes = await File.ReadAllBytesAsync(_folder.File("opname.wav"), TestContext.Current.CancellationToken);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), (short)(channels * 2));
        await File.WriteAllBytesAsync(_folder.File("opname.wav"), bytes, TestContext.Current.CancellationToken);

        await RefusedAsync("opname.wav", "audio.unreadable");
    }

    public void Dispose() => _folder.Dispose();

    private void Cut(string from, string to, double share)
    {
        var whole = File.ReadAllBytes(_folder.File(from));
        File.WriteAllBytes(_folder.File(to), whole[..(int)(whole.Length * share)]);
    }

    private async Task RefusedAsync(string name, string code)
    {
        var thrown = await Assert.ThrowsAsync<NotulenException>(() => _folder.DecodeAsync(_folder.File(name)));

        Assert.Equal(code, thrown.Problem.Code);
        Assert.Equal(ProblemKind.Input, thrown.Problem.Kind);
        Assert.Empty(Directory.EnumerateFiles(_folder.Work));
    }
}
