using Notulen.Core.Recordings;
using Xunit;

namespace Notulen.Tests.Recordings;

public class WindowPackerTests
{
    [Fact]
    public void Neighbouring_regions_share_a_window_and_short_silences_stay_in_it()
    {
        var windows = WindowPacker.Pack([new(0, 5), new(5.5, 10)], Frames(12));

        Assert.Equal([[new WindowSpan(0, 10)]], windows);
    }

    [Fact]
    public void A_long_silence_is_left_out_of_the_window()
    {
        var windows = WindowPacker.Pack([new(0, 5), new(25, 30)], Frames(40));

        var window = Assert.Single(windows);
        Assert.Equal([new WindowSpan(0, 5), new WindowSpan(25, 30)], window);
        Assert.Equal(10, WindowPacker.Length(window), 3);
    }

    [Fact]
    public void No_window_is_longer_than_the_engine_hears_and_all_speech_is_in_one()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var regions = new List<WindowSpan>();
            var at = 0.0;
            while (at < 600)
            {
                at += random.NextDouble() * 4;
                var length = 0.3 + Math.Pow(random.NextDouble(), 3) * 90;
                regions.Add(new WindowSpan(at, at + length));
                at += length + 0.05;
            }

            var windows = WindowPacker.Pack(regions, Frames(at + 1, random));

            Assert.All(windows, window => Assert.InRange(WindowPacker.Length(window), 0.01, WindowPacker.MaximumSeconds + 0.001));
            var spans = windows.SelectMany(window => window).ToList();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start + 1e-9, "windows overlap"));
            foreach (var region in regions)
            {
                var covered = spans.Sum(span => Math.Max(0, Math.Min(span.End, region.End) - Math.Max(span.Start, region.Start)));
                Assert.Equal(region.Length, covered, 3);
            }
        }
    }

    [Fact]
    public void Somebody_who_speaks_on_is_cut_where_speech_was_least_likely()
    {
        var frames = Frames(60);
        var pause = (int)(24 / SpeechFrames.FrameSeconds);
        frames.Probability[pause] = 10;

        var windows = WindowPacker.Pack([new(0, 50)], frames);

        Assert.Equal(2, windows.Count);
        Assert.Equal(24, windows[0][0].End, 1);
    }

    [Fact]
    public void A_window_ends_at_its_longest_late_silence()
    {
        var windows = WindowPacker.Pack([new(0, 20), new(21.5, 24), new(26, 27), new(28.2, 29.2), new(31, 37)], Frames(40));

        Assert.Equal([new WindowSpan(0, 20), new WindowSpan(21.5, 24)], windows[0]);
    }

    [Fact]
    public void Times_in_a_window_become_times_in_the_recording()
    {
        WindowSpan[] spans = [new(10, 15), new(40, 50)];

        Assert.Equal(12, WindowTimes.ToRecording(spans, 2, isEnd: false), 3);
        Assert.Equal(40, WindowTimes.ToRecording(spans, 5, isEnd: false), 3);
        Assert.Equal(15, WindowTimes.ToRecording(spans, 5, isEnd: true), 3);
        Assert.Equal(43, WindowTimes.ToRecording(spans, 8, isEnd: false), 3);
        Assert.Equal(50, WindowTimes.ToRecording(spans, 99, isEnd: true), 3);
    }

    internal static SpeechFrames Frames(double seconds, Random? random = null)
    {
        var count = (int)Math.Ceiling(seconds / SpeechFrames.FrameSeconds);
        var probability = new byte[count];
        random?.NextBytes(probability);
        if (random is null)
            Array.Fill(probability, (byte)250);
        return new SpeechFrames(probability, new byte[count]);
    }
}
