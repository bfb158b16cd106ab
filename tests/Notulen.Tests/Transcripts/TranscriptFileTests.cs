using System.Globalization;
using System.Text;
using System.Text.Json;
using Notulen.Core;
using Notulen.Core.Problems;
using Notulen.Core.Transcripts;
using Notulen.Documents;
using Notulen.Documents.Captions;
using Notulen.Documents.Transcripts;
using Notulen.Tests.Documents;
using Xunit;

namespace Notulen.Tests.Transcripts;

public sealed class TranscriptFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notulen-transcripts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Our_own_transcript_reads_back_as_it_was()
    {
        var result = ExampleMeeting.Dutch();
        var spoken = new Segment(6, 3800, 3802.5, "Jan Kuiper", "Dank u wel.", 0.83, 0.02, [new("Dank", 3800, 3800.4, 0.9), new("u", 3800.4, 3801, 0.8), new("wel.", 3801, 3802.5, 0.79)]);
        result = result with { Transcript = result.Transcript with { Segments = [.. result.Transcript.Segments, spoken] } };
        var paths = await new ResultFiles().WriteAsync(result, _folder.FullName, "raad", TestContext.Current.CancellationToken);
        var read = await TranscriptFile.ReadAsync(paths[0], TestContext.Current.CancellationToken);
        Assert.Equal(JsonSerializer.Serialize(result.Transcript, NotulenJson.Readable), JsonSerializer.Serialize(read, NotulenJson.Readable));
    }

    [Theory]
    [InlineData(".vtt")]
    [InlineData(".srt")]
    public async Task Captions_of_ours_read_back_as_the_same_sentences_of_the_same_speakers(string extension)
    {
        foreach (var result in new[] { ExampleMeeting.Dutch(), Script("commissie-nl"), Script("committee-en") })
        {
            var text = await Writer(extension).TextAsync(result);
            var read = TranscriptFile.Parse(text, "raad" + extension);
            var expected = CueSplitter.Split(result.Transcript).GroupBy(cue => cue.Segment).ToDictionary(cues => cues.Key, cues => cues.First().Start / 1000.0);
            Assert.Equal(result.Transcript.Language, read.Language);
            Assert.Equal(
                result.Transcript.Segments.Select(segment => (segment.Speaker, segment.Text, expected[segment.Id])),
                read.Segments.Select(segment => (segment.Speaker, segment.Text, segment.Start)));
            Assert.Equal(Enumerable.Range(0, read.Segments.Count), read.Segments.Select(segment => segment.Id));
        }
    }

    [Fact]
    public async Task A_list_of_turns_becomes_a_segment_per_sentence()
    {
        var transcript = await TranscriptFile.ReadAsync(Path.Combine(Samples.Folder, "commissie-nl.script.json"), TestContext.Current.CancellationToken);
        Assert.Equal("nl", transcript.Language);
        Assert.Equal(("Goedenavond allemaal.", "Hendrik van Dijk", 1.85, 3.21), (transcript.Segments[0].Text, transcript.Segments[0].Speaker, transcript.Segments[0].Start, transcript.Segments[0].End));
        Assert.Equal(90, transcript.Segments.Count);
        Assert.Equal(transcript.Segments.OrderBy(segment => segment.Start), transcript.Segments);
    }

    [Fact]
    public void Turns_without_sentences_are_cut_into_them()
    {
        var transcript = TranscriptFile.Parse("""[{"start":10,"end":20,"speaker":"Jan Kuiper","text":"Dat vindt dhr. J. Bos ook. Of niet? Dan 3.5 procent."}]""", "x.json");
        Assert.Equal(["Dat vindt dhr. J. Bos ook.", "Of niet?", "Dan 3.5 procent."], transcript.Segments.Select(segment => segment.Text));
        Assert.Equal((10, 20), (transcript.Segments[0].Start, transcript.Segments[^1].End));
        Assert.All(transcript.Segments, segment => Assert.Equal("Jan Kuiper", segment.Speaker));
    }

    [Fact]
    public void Wrong_ids_unknown_fields_and_the_fields_of_speech_services_are_taken_in()
    {
        var transcript = TranscriptFile.Parse(
            """{"task":"transcribe","language":"dutch","duration":9.5,"segments":[{"id":7,"seek":0,"start":4,"end":5,"text":" Tweede. ","no_speech_prob":0.1},{"id":7,"start":1,"end":2,"text":"Eerste.","words":[{"word":" Eerste.","start":1,"end":2,"probability":0.5}]},{"start":6,"end":6,"text":" "}],}""", "x.json");
        Assert.Equal(("nl", 9.5), (transcript.Language, transcript.Duration));
        Assert.Equal([(0, "Eerste."), (1, "Tweede.")], transcript.Segments.Select(segment => (segment.Id, segment.Text)));
        Assert.Equal(new Word("Eerste.", 1, 2, 0.5), Assert.Single(transcript.Segments[0].Words));
        Assert.Equal(0.1, transcript.Segments[1].NoSpeech);
    }

    [Fact]
    public void WebVTT_of_other_programs_is_understood()
    {
        const string Text = """
            WEBVTT - Vergadering
            Kind: captions
            Language: nl

            STYLE
            ::cue { color: red }

            NOTE
            De griffier was hier.

            inleiding
            00:01.500 --> 00:03.000 position:10% align:start
            <v.luid Jan Kuiper><i>Voorzitter,</i> ik ben

            00:03.000 --> 01:00:05.250
            <v Jan Kuiper>het <c.geel>niet</c> eens &amp; dat
            weet u.</v> <v Els Timmer>O ja?
            """;
        var transcript = TranscriptFile.Parse(Text.ReplaceLineEndings("\r\n"), "x.vtt");
        Assert.Equal(("nl", 3605.25), (transcript.Language, transcript.Duration));
        Assert.Equal(
            [("Jan Kuiper", "Voorzitter, ik ben het niet eens & dat weet u."), ("Els Timmer", "O ja?")],
            transcript.Segments.Select(segment => (segment.Speaker, segment.Text)));
        Assert.Equal(1.5, transcript.Segments[0].Start);
    }

    [Fact]
    public void SubRip_of_other_programs_is_understood()
    {
        const string Text = "1\n0:00:01,5 --> 00:00:03.000 X1:0\n{\\an8}<font color=\"red\">The meeting\nis open.</font>\n2\n00:00:03,000 --> 00:00:04,000\n- Is it?\n- Yes.\n\n\n3\n00:00:10,000 --> 00:00:12,000\nNote: this is all that\n\nwas said.\n";
        var transcript = TranscriptFile.Parse(Text, "x.srt");
        Assert.Equal("en", transcript.Language);
        Assert.Equal(["The meeting is open.", "Is it?", "Yes.", "Note: this is all that was said."], transcript.Segments.Select(segment => segment.Text));
        Assert.Equal(1.5, transcript.Segments[0].Start);
        Assert.All(transcript.Segments, segment => Assert.Null(segment.Speaker));
    }

    [Fact]
    public void Names_before_the_words_are_speakers_only_when_the_whole_file_has_them()
    {
        static string Srt(params string[] texts) => string.Concat(texts.Select((text, i) => $"{i + 1}\n00:00:{i:00},000 --> 00:00:{i + 1:00},000\n{text}\n\n"));

        var named = TranscriptFile.Parse(Srt("Hendrik van Dijk: Wie wil iets zeggen?", "De Graaf: Ik,", "voorzitter.", "Hendrik van Dijk: Let op: u heeft twee minuten.", "De Graaf: Dank u."), "x.srt");
        Assert.Equal(["Hendrik van Dijk", "De Graaf", "Hendrik van Dijk", "De Graaf"], named.Segments.Select(segment => segment.Speaker));
        Assert.Equal("Let op: u heeft twee minuten.", named.Segments[2].Text);

        var unnamed = TranscriptFile.Parse(Srt("Goedenavond.", "Besluit: het voorstel is aangenomen.", "Dank u.", "Tot ziens.", "Dag.", "Dag."), "x.srt");
        Assert.All(unnamed.Segments, segment => Assert.Null(segment.Speaker));
        Assert.Equal("Besluit: het voorstel is aangenomen.", unnamed.Segments[1].Text);
    }

    [Fact]
    public void Captions_that_roll_are_said_once()
    {
        const string Text = "WEBVTT\n\n00:00.000 --> 00:02.000\n \nik open<00:01.000><c> de</c>\n\n00:02.000 --> 00:02.010\nik open de\n\n00:02.010 --> 00:04.000\nik open de\nvergadering van\n\n00:04.000 --> 00:04.010\nvergadering van\n\n00:04.010 --> 00:06.000\nvergadering van\nvandaag\n";
        var transcript = TranscriptFile.Parse(Text, "x.vtt");
        Assert.Equal("ik open de vergadering van vandaag", Assert.Single(transcript.Segments).Text);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public async Task Any_encoding_that_people_save_in_is_recognised(string name, bool mark)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        var path = Path.Combine(_folder.FullName, "x.srt");
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("1\r\n00:00:01,000 --> 00:00:02,000\r\nEén reünie kost € 5.\r\n")];
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        var transcript = await TranscriptFile.ReadAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("Eén reünie kost € 5.", Assert.Single(transcript.Segments).Text);
    }

    [Fact]
    public void Captions_without_punctuation_stay_apart_where_people_take_breath()
    {
        var transcript = TranscriptFile.Parse(
            "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Vz>in stemming komt\n\n00:03.000 --> 00:04.000\n<v Vz>motie d 4\n\n00:04.400 --> 00:06.000\n<v Vz>de motie is aangenomen\n", "x.vtt");
        Assert.Equal(["in stemming komt motie d 4", "de motie is aangenomen"], transcript.Segments.Select(segment => segment.Text));
    }

    [Fact]
    public void Sixty_seconds_are_the_next_minute()
    {
        var transcript = TranscriptFile.Parse("WEBVTT\n\n02:20:56.733 --> 02:20:60.000\nHet dak lekt.\n\n02:20:60.000 --> 02:21:05.467\nAl jaren.\n", "x.vtt");
        Assert.Equal([8460, 8460], [transcript.Segments[0].End, transcript.Segments[1].Start]);
    }

    [Theory]
    [InlineData("x.srt", "1\n00:00:01,000 --> 00:00:02,000\nA.\n\n2\n00:00:03,000 -> 00:00\n", null, "A. 2 00:00:03,000 -> 00:00")]
    [InlineData("x.srt", "1\n00:00:01,000 --> 00:00:02,000\nA.\n\n2\n00:00:03,000 --> gisteren\nB.\n", "transcript.time", "6")]
    [InlineData("x.vtt", "WEBVTT\n\n00:05.000 --> 00:02.000\nA.\n", "transcript.time", "3")]
    [InlineData("x.vtt", "WEBVTT\n\n00:75.000 --> 02:00.000\nA.\n", "transcript.time", "3")]
    [InlineData("x.vtt", "WEBVTT\n", "transcript.no-cues", null)]
    [InlineData("x.txt", "Zomaar een tekst.\n", "transcript.no-cues", null)]
    [InlineData("x.json", "{\n\"segments\": [\n{\"start\": 1,,\n", "transcript.syntax", "3")]
    [InlineData("x.json", "Zomaar een tekst.\n", "transcript.syntax", "1")]
    [InlineData("x.json", "{\"items\": []}", "transcript.unknown", null)]
    [InlineData("x.json", "[1, 2]", "transcript.unknown", null)]
    [InlineData("x.json", "{\"segments\": [{\"start\":0,\"end\":1,\"text\":\"A\"},{\"start\":1,\"text\":\"B\"}]}", "transcript.field", "2")]
    [InlineData("x.json", "{\"segments\": [{\"start\":3,\"end\":1,\"text\":\"A\"}]}", "transcript.field", "1")]
    [InlineData("x.json", "{\"segments\": [{\"start\":1e999,\"end\":1,\"text\":\"A\"}]}", "transcript.field", "1")]
    [InlineData("x.json", "{\"segments\": [7]}", "transcript.field", "1")]
    [InlineData("x.json", "{\"segments\": [{\"start\":0,\"end\":1,\"text\":\"\\ud83d\"}]}", "transcript.field", "1")]
    public void A_bad_file_is_told_in_one_sentence_with_the_place(string name, string text, string? code, string? detail)
    {
        if (code is null)
        {
            // Not a time at all, so it is text: nothing is lost.
            Assert.Equal(detail, string.Join(' ', TranscriptFile.Parse(text, name).Segments.Select(segment => segment.Text)));
            return;
        }

        var problem = Assert.Throws<NotulenException>(() => TranscriptFile.Parse(text, name)).Problem;
        Assert.Equal((ProblemKind.Input, code), (problem.Kind, problem.Code));
        Assert.Equal(name, problem.Details[0]);
        if (detail is not null)
            Assert.Equal(detail, problem.Details[1]);
        Assert.DoesNotContain("{", problem.Say(CultureInfo.GetCultureInfo("nl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_an_empty_file_and_a_missing_one_are_told_apart()
    {
        Assert.Equal("transcript.not-text", await CodeAsync(Path.Combine(Samples.Folder, "committee-en.short.m4a")));
        Assert.Equal("transcript.not-text", await CodeAsync(Path.Combine(Samples.Folder, "commissie-nl.opus")));
        Assert.Equal("transcript.missing", await CodeAsync(Path.Combine(_folder.FullName, "weg.vtt")));
        Assert.Equal("transcript.unreadable", await CodeAsync(_folder.FullName));
        var empty = Path.Combine(_folder.FullName, "leeg.vtt");
        await File.WriteAllTextAsync(empty, " \r\n", TestContext.Current.CancellationToken);
        Assert.Equal("transcript.empty", await CodeAsync(empty));
        await File.WriteAllTextAsync(empty, "WEBVTT".PadRight(5000) + "\n", TestContext.Current.CancellationToken);
        await using (var large = File.OpenWrite(empty))
            large.SetLength(TranscriptFile.MaxBytes + 1L);
        Assert.Equal("transcript.too-large", await CodeAsync(empty));
    }

    private static async Task<string> CodeAsync(string path) =>
        (await Assert.ThrowsAsync<NotulenException>(() => TranscriptFile.ReadAsync(path, TestContext.Current.CancellationToken))).Problem.Code;

    private static MeetingResult Script(string name)
    {
        var transcript = TranscriptFile.Parse(File.ReadAllText(Path.Combine(Samples.Folder, name + ".script.json")), name + ".json");
        return ExampleMeeting.Dutch() with { Transcript = transcript };
    }

    private static IResultWriter Writer(string extension) => ResultFiles.Writers.Single(writer => writer.Extension == extension);
}
