using System.Text.RegularExpressions;
using Notulen.Core.Transcripts;
using Notulen.Documents.Captions;
using Xunit;

namespace Notulen.Tests.Documents;

public class CaptionWritersTests
{
    private static readonly string[] Vocabulary =
        ["de", "wethouder", "gemeenteraadsvergadering,", "Molenweg", "is", "het", "182.000", "euro,", "speeltuin", "niet", "eensgezind;", "ja,", "verkeersveiligheidsmaatregelenpakket", "en"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Captions_keep_every_word_in_two_readable_lines_and_never_overlap(int seed)
    {
        var transcript = Random(new Random(seed));
        var cues = CueSplitter.Split(transcript);

        long last = 0;
        foreach (var cue in cues)
        {
            Assert.True(cue.Start >= last, $"Caption {cue.Segment}-{cue.Part} begins before the one above it ends.");
            Assert.True(cue.End > cue.Start);
            Assert.InRange(cue.Lines.Count, 1, 2);
            Assert.All(cue.Lines, line => Assert.True(line.Length <= CueSplitter.LineLength || !line.Contains(' '), line));
            last = cue.End;
        }

        foreach (var segment in transcript.Segments)
        {
            var printed = cues.Where(cue => cue.Segment == segment.Id).OrderBy(cue => cue.Part).SelectMany(cue => cue.Lines);
            Assert.Equal(segment.Text, string.Join(' ', printed));
        }
    }

    [Fact]
    public void A_long_sentence_is_cut_at_the_time_of_its_words()
    {
        string[] text = ["Het", "voorstel", "om", "de", "speeltuin", "aan", "de", "Molenweg", "dit", "jaar", "te", "vernieuwen,", "wordt", "met", "vijf", "stemmen", "voor", "aangenomen."];
        var words = text.Select((word, i) => new Word(word, 10 + i, 10.5 + i, 1)).ToList();
        var cues = CueSplitter.Split(new Transcript("nl", 60, null, [new Segment(0, 10, 28, null, string.Join(' ', text), Words: words)]));

        Assert.Equal(2, cues.Count);
        Assert.EndsWith("vernieuwen,", cues[0].Lines[^1], StringComparison.Ordinal);
        Assert.Equal((10_000, 21_500), (cues[0].Start, cues[0].End));
        Assert.Equal((22_000, 27_500), (cues[1].Start, cues[1].End));
    }

    [Fact]
    public void A_silence_inside_a_sentence_empties_the_screen()
    {
        Word[] words = [new("Ik", 1, 1.2, 1), new("denk", 1.2, 1.5, 1), new("niet.", 9, 9.4, 1)];
        var cues = CueSplitter.Split(new Transcript("nl", 10, null, [new Segment(0, 1, 9.4, null, "Ik denk niet.", Words: words)]));
        Assert.Equal([(1000L, 1500L), (9000L, 9400L)], cues.Select(cue => (cue.Start, cue.End)));
    }

    [Fact]
    public void A_sentence_that_a_person_corrected_still_gets_all_its_words()
    {
        var segment = new Segment(0, 2, 6, null, "Wij hebben gestemd voor het plan.", Words: [new("Wij", 2, 3, 0.4), new("stemden.", 3, 6, 0.4)]);
        var cue = Assert.Single(CueSplitter.Split(new Transcript("nl", 6, null, [segment])));
        Assert.Equal("Wij hebben gestemd voor het plan.", string.Join(' ', cue.Lines));
        Assert.Equal((2000, 6000), (cue.Start, cue.End));
    }

    [Fact]
    public async Task WebVTT_names_the_speakers_and_escapes_what_was_said()
    {
        var result = ExampleMeeting.Dutch();
        result = result with { Transcript = result.Transcript with { Segments = [new(0, 1, 2, "Jan <b> & Zn", "Van 3 --> 4 <script>alert(1)</script> & meer.")] } };
        var text = await new VttWriter().TextAsync(result);

        Assert.StartsWith("WEBVTT\n\nNOTE Language: nl\n", text, StringComparison.Ordinal);
        Assert.Contains("NOTE Gemaakt met AI", text, StringComparison.Ordinal);
        Assert.Contains("0-0\n00:00:01.000 --> 00:00:02.000\n<v Jan &lt;b&gt; &amp; Zn>Van 3 --&gt; 4", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(text, "-->"));
    }

    [Fact]
    public async Task SubRip_says_who_speaks_and_when_that_is_unknown()
    {
        var text = await new SrtWriter().TextAsync(ExampleMeeting.Dutch());
        Assert.StartsWith("1\n00:00:01,850 --> 00:00:0", text, StringComparison.Ordinal);
        Assert.Contains("\nHendrik van Dijk: Goedenavond allemaal,\n", text, StringComparison.Ordinal);
        Assert.Contains("\nOnbekende spreker: Ja.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubRip_has_no_names_when_nobody_is_known()
    {
        var result = ExampleMeeting.English();
        result = result with { Transcript = result.Transcript with { Segments = [new(0, 1, 2, null, "The meeting is {open} <now>.")] } };
        Assert.Equal("1\n00:00:01,000 --> 00:00:02,000\nThe meeting is (open) ‹now›.\n\n", await new SrtWriter().TextAsync(result));
    }

    [Fact]
    public async Task A_player_of_SubRip_reads_every_caption_with_its_speaker()
    {
        var result = ExampleMeeting.Dutch();
        result = result with { Transcript = Random(new Random(6)) };
        var text = await new SrtWriter().TextAsync(result);
        var played = await new SrtWriter().ReadAsync(result, "ffmpeg", "-nostdin", "-v", "error", "-i", "FILE", "-f", "srt", "-");
        Assert.Equal(text.TrimEnd(), played.TrimEnd());
        var packets = await new SrtWriter().ReadAsync(result, "ffprobe", "-v", "error", "-show_entries", "packet=pts_time", "-of", "csv=p=0", "FILE");
        Assert.Equal(Regex.Count(text, " --> "), packets.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>Speakers who interrupt one another, sentences of any length, with words, without, and with too few.</summary>
    private static Transcript Random(Random random)
    {
        var segments = new List<Segment>();
        var at = 0.0;
        for (var id = 0; id < 200; id++)
        {
            var text = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]).ToList();
            var length = random.NextDouble() * text.Count * 0.6;
            var words = new List<Word>();
            for (var i = 0; i < text.Count && id % 3 != 0; i++)
                words.Add(new Word(text[i], at + length * i / text.Count, at + length * (i + random.NextDouble()) / text.Count, 1));
            if (id % 7 == 0 && words.Count > 0)
                words.RemoveAt(0);
            segments.Add(new Segment(id, at, at + length, id % 4 == 0 ? null : $"Spreker {id % 4}", string.Join(' ', text), Words: words));
            at += length * random.NextDouble() * 1.2;
        }

        return new Transcript("nl", at + 100, null, segments);
    }
}
