using System.Text.Json.Nodes;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Transcripts;
using Notulen.Tests.Pipelines;
using Xunit;

namespace Notulen.Tests.Minutes;

/// <summary>The two sample meetings as they were scripted: every fact that good minutes contain must be found.</summary>
public class GoldTests
{
    public static TheoryData<string, string, bool> Meetings => new()
    {
        { "commissie-nl", "nl", true }, { "commissie-nl", "nl", false }, { "committee-en", "en", true }, { "committee-en", "en", false },
    };

    [Theory]
    [MemberData(nameof(Meetings))]
    public async Task Every_fact_of_the_gold_file_is_found_and_no_other(string name, string language, bool speakersKnown)
    {
        var gold = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, name + ".gold.json")))!;
        var agenda = ReadAgenda(name);
        var transcript = ReadScript(name, language, speakersKnown);
        var cues = PipelineFolder.Find("commissie").Cues[language];
        var meeting = MeetingFacts.Find(transcript, agenda, cues, language);
        Assert.Equal((Text(gold["openedAt"]), Text(gold["closedAt"])), (meeting.Opened, meeting.Closed));
        Assert.Equal(Names(gold["attendance"]!["presentVoting"]).Union(Names(gold["attendance"]!["presentNonVoting"])).Order(), meeting.Attendance.Present.Select(person => person.Name).Order());
        Assert.Equal(Names(gold["attendance"]!["absentWithNotice"]), meeting.Attendance.Absent.Select(person => person.Name));

        var spans = AgendaSplitter.Split(transcript, agenda, cues, language).Spans;
        var turns = Turns(name);
        Assert.Equal(turns.DistinctBy(turn => turn.Item), spans.Select(span => (turns[span.FirstSegment!.Value].Turn, span.Number)));
        foreach (var (item, span) in gold["items"]!.AsArray().Zip(spans))
        {
            Assert.Equal(Text(item!["number"]), span.Number);
            var facts = await ItemFactsExtractor.ExtractAsync(new ItemInput
            {
                Language = language,
                Title = span.Title,
                Agenda = agenda,
                Cues = cues,
                Segments = [.. transcript.Segments.Where(segment => segment.Id >= span.FirstSegment && segment.Id <= span.LastSegment)],
            }, model: null, TestContext.Current.CancellationToken);
            Statement[] found = [.. facts.Decisions, .. facts.Motions, .. facts.Actions, .. facts.Commitments];
            Assert.Empty(found.Where(fact => fact.Support != Support.Supported).Select(fact => $"{fact.Text} {fact.Reason}"));
            Assert.Equal(item["decisions"]!.AsArray().Select(Result), facts.Decisions.Select(decision => (Core.Minutes.Cues.OutcomeNames.Of(decision.Outcome), decision.VotesFor, decision.VotesAgainst)));
            Assert.Equal(item["motions"]!.AsArray().Select(Result), facts.Motions.Select(motion => (Core.Minutes.Cues.OutcomeNames.Of(motion.Outcome!.Value), motion.VotesFor, motion.VotesAgainst)));
            Assert.Equal(item["actions"]!.AsArray().Select(action => Text(action!["due"])), facts.Actions.Select(action => action.Due?.ToString("yyyy-MM-dd")));
            Assert.Equal(item["commitments"]!.AsArray().Count, facts.Commitments.Count);
            if (speakersKnown)
                Assert.Equal(item["actions"]!.AsArray().Select(action => Text(action!["who"])), facts.Actions.Select(action => action.Who));
        }
    }

    private static (string, int?, int?) Result(JsonNode? fact) =>
        (Text(fact!["outcome"])!, (int?)fact["votesFor"], (int?)fact["votesAgainst"]);

    private static Agenda ReadAgenda(string name)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, name + ".agenda.json")))!;
        return new Agenda
        {
            Date = DateOnly.Parse(Text(file["date"])!),
            Items = [.. file["items"]!.AsArray().Select(item => new AgendaItem { Number = Text(item!["number"]), Title = Text(item["title"])! })],
            Participants = [.. file["participants"]!.AsArray().Where(person => person!["name"] is not null)
                .Select(person => new Participant { Name = Text(person!["name"])!, Role = Text(person["role"]), Party = Text(person["party"]) })],
        };
    }

    private static Transcript ReadScript(string name, string language, bool speakersKnown)
    {
        var turns = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, name + ".script.json")))!.AsArray();
        var segments = turns.SelectMany(turn => turn!["sentences"]!.AsArray().Select(sentence => (turn, sentence)))
            .Select((pair, index) => new Segment(
                index, (double)pair.sentence!["start"]!, (double)pair.sentence["end"]!, speakersKnown ? Text(pair.turn!["speaker"]) : null, Text(pair.sentence["text"])!))
            .ToList();
        return new Transcript(language, segments[^1].End, null, segments);
    }

    /// <summary>Per sentence of the script: its turn, and the item that the turn belongs to.</summary>
    private static List<(int Turn, string? Item)> Turns(string name) =>
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, name + ".script.json")))!.AsArray().Index()
            .SelectMany(turn => turn.Item!["sentences"]!.AsArray().Select(_ => (turn.Index, Text(turn.Item["agendaItem"])))),
    ];

    private static IEnumerable<string> Names(JsonNode? list) => list!.AsArray().Select(name => Text(name)!);

    private static string? Text(JsonNode? node) => (string?)node;
}
