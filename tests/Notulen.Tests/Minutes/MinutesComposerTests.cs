using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Notulen.Core;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Transcripts;
using Notulen.Tests.Pipelines;
using Xunit;

namespace Notulen.Tests.Minutes;

public class MinutesComposerTests
{
    private static readonly string[] Meeting =
    [
        "Goedenavond, ik open de vergadering.", "Het is kwart over acht.", "Aanwezig zijn mevrouw Achahbar en de heer Vermeulen.",
        "Agendapunt 2, het zwembad.", "Het dak van het zwembad lekt al jaren en het water staat in de kleedkamers.",
        "De reparatie van het dak kost twintigduizend euro en dat is te veel.", "Dan is het voorstel aangenomen met negen stemmen voor en twee tegen.",
        "Ik sluit de vergadering om vijf over tien.",
    ];

    private static readonly Agenda Agenda = Spoken.Roster with
    {
        Title = "Vergadering commissie Water",
        Items = [new AgendaItem { Number = "1", Title = "Opening" }, new AgendaItem { Number = "2", Title = "Zwembad" }, new AgendaItem { Number = "3", Title = "Fietsenstalling" }],
    };

    [Fact]
    public async Task Minutes_are_complete_without_a_model()
    {
        var minutes = await Compose(null);
        Assert.Equal(("20:15", "22:05"), (minutes.Opened, minutes.Closed));
        Assert.Equal(["1", "2", "3"], minutes.Items.Select(item => item.Number));
        Assert.Null(minutes.Items[2].FirstSegment);
        Assert.Equal("Het voorstel is aangenomen met 9 stemmen voor en 2 tegen.", Assert.Single(minutes.Items[1].Decisions).Text);
        Assert.NotEmpty(minutes.Items[1].Points);
        Assert.Equal("Concept – gemaakt met AI, nog niet vastgesteld", minutes.Provenance.Label);
        Assert.Equal(0, minutes.Provenance.Unsupported);
        Assert.Equal(minutes.Items.Sum(item => item.Statements.Count()), minutes.Provenance.Statements);
        Assert.Equal("De voorzitter opent de vergadering.", minutes.Items[0].Points[0].Text);
        Assert.Equal("De voorzitter sluit de vergadering.", minutes.Items[1].Points[^1].Text);
        Assert.Null(minutes.Provenance.Language);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_minutes()
    {
        var once = JsonSerializer.Serialize(await Compose(null), NotulenJson.Readable);
        Assert.Equal(once, JsonSerializer.Serialize(await Compose(null), NotulenJson.Readable));
    }

    [Fact]
    public async Task Facts_survive_being_kept_as_JSON()
    {
        var item = Spoken.Item("nl", "Zwembad", Meeting);
        var facts = await ItemFactsExtractor.ExtractAsync(item, null, TestContext.Current.CancellationToken);
        var kept = JsonSerializer.Serialize(facts, NotulenJson.Compact);
        Assert.Equal(kept, JsonSerializer.Serialize(JsonSerializer.Deserialize<ItemFacts>(kept, NotulenJson.Compact), NotulenJson.Compact));
    }

    [Fact]
    public async Task Where_most_of_the_model_fails_the_transcript_is_quoted_and_the_failures_stand_apart()
    {
        var minutes = await Compose(ScriptedModel.Saying(
            """{"points":[{"text":"Het dak van het zwembad lekt al jaren.","evidence":[2]},{"text":"De burgemeester treedt af.","evidence":[1]},{"text":"Er komen 40 banen bij.","evidence":[1]}]}"""));
        var points = minutes.Items[1].Points;
        Assert.Contains(points, point => point.Origin == Origin.Cue && point.Text.StartsWith('“'));
        Assert.Equal(2, points.Count(point => point.Support == Support.Unsupported && point.Reason is not null));
        Assert.DoesNotContain(points, point => point.Origin == Origin.Model && point.Support == Support.Supported);
        Assert.Contains(minutes.Provenance.Remarks, remark => remark.StartsWith("Agendapunt 2: van de tekst van het taalmodel waren 1 van 3 zinnen te bewijzen;"));
    }

    [Fact]
    public async Task A_good_model_is_printed_and_a_demonstration_model_is_named_so()
    {
        var minutes = await Compose(ScriptedModel.Saying("""{"points":[{"text":"Het dak van het zwembad lekt en er staat water in de kleedkamers.","evidence":[2]}]}"""));
        Assert.Contains(minutes.Items[1].Points, point => point.Origin == Origin.Model);
        Assert.DoesNotContain(minutes.Items[1].Points, point => point.Text.StartsWith('“'));
        Assert.True(minutes.Provenance.Demonstration);
    }

    private static async Task<MinutesDocument> Compose(ScriptedModel? model)
    {
        var cues = PipelineFolder.Find("commissie").Cues["nl"];
        var transcript = Spoken.Transcript("nl", Meeting) with { Speech = new SpeechProvenance("tiny", "", "proef") };
        var split = AgendaSplitter.Split(transcript, Agenda, cues, "nl");
        var items = new List<ItemFacts?>();
        foreach (var span in split.Spans)
        {
            var segments = transcript.Segments.Where(segment => segment.Id >= span.FirstSegment && segment.Id <= span.LastSegment).ToList();
            var item = new ItemInput { Language = "nl", Title = span.Title, Segments = segments, Agenda = Agenda, Cues = cues };
            var known = span.Number == "2" ? model?.WithContext(2000) : null;
            items.Add(segments.Count == 0 ? null : await ItemFactsExtractor.ExtractAsync(item, known, TestContext.Current.CancellationToken));
        }
        return new MinutesComposer(new FakeTimeProvider(new DateTimeOffset(2026, 3, 13, 9, 0, 0, TimeSpan.Zero))).Compose(new ComposeInput
        {
            Language = "nl",
            Transcript = transcript,
            Agenda = Agenda,
            Split = split,
            Items = items,
            Meeting = MeetingFacts.Find(transcript, Agenda, cues, "nl"),
            LanguageModel = model is null ? null : new ModelProvenance("klein", "", "proef", true),
        });
    }
}
