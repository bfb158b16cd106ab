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
    public void Of_all_ways_to_pack_one_with_the_fewest_windows_is_taken_and_of_those_the_one_with_the_best_cuts()
    {
        var random = new Random(11);
        for (var round = 0; round < 100; round++)
        {
            var regions = new List<WindowSpan>();
            for (var at = 0.0; regions.Count < 13; at = regions[^1].End + 0.6 + random.NextDouble())
                regions.Add(new WindowSpan(at, at + 1 + random.NextDouble() * 6.5));

            var windows = WindowPacker.Pack(regions, Frames(regions[^1].End));

            var best = Partitions(regions).Where(Fits).Min(Cost);
            Assert.Equal(best.Windows, windows.Count);
            Assert.Equal(best.Cuts, Cost([.. windows.Select(window => regions.Where(region => Holds(window, region)).ToList())]).Cuts, 6);
        }

        static bool Holds(List<WindowSpan> window, WindowSpan region) => window.Exists(span => span.Start <= region.Start && span.End >= region.End);

        static bool Fits(List<List<WindowSpan>> windows) => windows.TrueForAll(window =>
            window.Sum(region => region.Length) + Gaps(window).Where(gap => gap <= 1).Sum() <= WindowPacker.MaximumSeconds);

        static (int Windows, double Cuts) Cost(List<List<WindowSpan>> windows) =>
            (windows.Count, Gaps([.. windows.SelectMany(window => new[] { window[0] with { End = window[^1].End } })]).Sum(gap => Math.Exp(-gap / 0.15)));
    }

    [Fact]
    public void A_cut_falls_in_a_pause_rather_than_in_a_word_even_when_that_fills_windows_less()
    {
        var frames = Frames(60);
        foreach (var pause in new[] { 21.0, 43.0 })
            Array.Fill(frames.Probability, (byte)5, (int)(pause / SpeechFrames.FrameSeconds), 8);

        var windows = WindowPacker.Pack([new(0, 55)], frames);

        Assert.Equal([21.1, 43.1, 55], windows.Select(window => window[^1].End).Select(end => Math.Round(end, 1)));
    }

    [Fact]
    public void Eight_hours_without_a_silence_and_with_pauses_everywhere_are_packed_too()
    {
        const double Hours = 8 * 3600;

        var windows = WindowPacker.Pack([new(0, Hours)], Frames(Hours, new Random(3)));

        Assert.Equal(Hours, windows.Sum(WindowPacker.Length), 3);
        Assert.InRange(windows.Count, Hours / WindowPacker.MaximumSeconds, 1.1 * Hours / WindowPacker.MaximumSeconds);
    }

    [Theory]
    [InlineData(2, 3, 12, 13)]
    [InlineData(4.9, 5, 14.9, 15)]
    [InlineData(4.9, 5.4, 40, 40.4)]
    [InlineData(4.6, 5.2, 14.6, 15)]
    [InlineData(8, 8.5, 43, 43.5)]
    [InlineData(14.9, 99, 49.9, 50)]
    public void Times_in_a_window_become_times_in_the_recording(double start, double end, double expectedStart, double expectedEnd)
    {
        WindowSpan[] spans = [new(10, 15), new(40, 50)];

        var (from, to) = WindowTimes.ToRecording(spans, start, end);

        Assert.Equal(expectedStart, from, 3);
        Assert.Equal(expectedEnd, to, 3);
    }

    private static IEnumerable<double> Gaps(List<WindowSpan> spans) => spans.Zip(spans.Skip(1), (earlier, later) => later.Start - earlier.End);

    private static IEnumerable<List<List<WindowSpan>>> Partitions(List<WindowSpan> regions)
    {
        for (var cuts = 0; cuts < 1 << (regions.Count - 1); cuts++)
        {
            List<List<WindowSpan>> windows = [[regions[0]]];
            for (var index = 1; index < regions.Count; index++)
            {
                if ((cuts >> (index - 1) & 1) == 1)
                    windows.Add([]);
                windows[^1].Add(regions[index]);
            }
            yield return windows;
        }
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
