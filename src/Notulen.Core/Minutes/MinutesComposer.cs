using System.Reflection;
using Notulen.Core.Minutes.Checks;
using Notulen.Core.Minutes.Coverage;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Model;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Splitting;

namespace Notulen.Core.Minutes;

/// <summary>Puts checked facts together into minutes. The same input gives the same minutes, but for the time of making.</summary>
public sealed class MinutesComposer(TimeProvider time)
{
    private static readonly string Version =
        typeof(MinutesComposer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public MinutesDocument Compose(ComposeInput input)
    {
        var items = input.Split.Spans.Select((span, index) => Item(input, span, input.Items[index])).ToList();
        var statements = items.SelectMany(item => item.Statements).ToList();
        return new MinutesDocument
        {
            Meeting = new MeetingHeading
            {
                Title = input.Agenda.Title ?? input.Title ?? MinutesTexts.Say(input.Language, "minutes.title"),
                Body = input.Agenda.Body,
                Date = input.Agenda.Date,
                Place = input.Agenda.Place,
                Confidential = input.Agenda.Confidential,
                Language = input.Language,
                Recording = input.Recording,
                Duration = input.Transcript.Duration,
            },
            Attendance = input.Meeting.Attendance,
            Opened = input.Meeting.Opened,
            Closed = input.Meeting.Closed,
            Items = items,
            Provenance = Provenance(input, statements, [.. ModelRemarks(input)]),
        };
    }

    private static MinutesItem Item(ComposeInput input, AgendaSpan span, ItemFacts? facts)
    {
        var item = new MinutesItem
        {
            Number = span.Number,
            Title = span.Continued ? MinutesTexts.Say(input.Language, "item.continued", span.Title) : span.Title,
            FirstSegment = span.FirstSegment,
            LastSegment = span.LastSegment,
            Start = input.Transcript.Segments.FirstOrDefault(segment => segment.Id == span.FirstSegment)?.Start,
            Confidential = span.Confidential,
        };
        if (facts is null)
            return item;
        var votes = new VoteArithmetic(input.Language, VoteArithmetic.Present(input.Meeting.Attendance, input.Agenda.Participants));
        item = item with
        {
            Points = [.. InOrder(facts.Procedure, Points(facts))],
            Decisions = [.. facts.Decisions.Select(votes.Check)],
            Motions = [.. facts.Motions.Select(votes.Check)],
            Actions = facts.Actions,
            Commitments = facts.Commitments,
        };
        return item with { Coverage = Coverage(input, span, item) };
    }

    /// <summary>A list of decisions leaves the debate out on purpose.</summary>
    private static ItemCoverage? Coverage(ComposeInput input, AgendaSpan span, MinutesItem item) =>
        input.Style == "decisions" || span is not { FirstSegment: { } first, LastSegment: { } last }
            ? null
            : new CoverageFinder(new Roster(input.Agenda.Participants)).Of(
                [.. input.Transcript.Segments.Where(segment => segment.Id >= first && segment.Id <= last)], item.Statements);

    /// <summary>The model's text where at least half of it could be proved; otherwise the best sentences, as they were said.</summary>
    private static IReadOnlyList<Statement> Points(ItemFacts facts)
    {
        var (proved, unproved) = Weigh(facts);
        return FallsBack(facts) ? [.. facts.Quotations, .. unproved] : [.. WithQuotations(proved, facts.Quotations), .. unproved];
    }

    private static (List<Statement> Proved, List<Statement> Unproved) Weigh(ItemFacts facts) => (
        facts.ModelPoints.Where(point => point.Support == Support.Supported).ToList(),
        facts.ModelPoints.Where(point => point.Support == Support.Unsupported).ToList());

    private static bool FallsBack(ItemFacts facts)
    {
        var (proved, unproved) = Weigh(facts);
        return proved.Count == 0 || proved.Count < unproved.Count;
    }

    /// <summary>Where the language model was of no use, in one sentence each.</summary>
    private static IEnumerable<string> ModelRemarks(ComposeInput input)
    {
        var items = input.Split.Spans.Zip(input.Items).Where(pair => pair.Second is not null).Select(pair => (Span: pair.First, Facts: pair.Second!)).ToList();
        var failed = items.Where(item => item.Facts.ModelPoints.Count > 0 && FallsBack(item.Facts)).ToList();
        if (failed.Count > 0)
            yield return MinutesTexts.Say(input.Language, "remark.fallback", Names(input.Language, failed.Select(item => item.Span)),
                failed.Sum(item => Weigh(item.Facts).Proved.Count), failed.Sum(item => item.Facts.ModelPoints.Count));
        var givenUp = items.Where(item => item.Facts.PartsGivenUp > 0).ToList();
        if (givenUp.Count > 0)
            yield return MinutesTexts.Say(input.Language, "remark.given-up", Names(input.Language, givenUp.Select(item => item.Span)), givenUp.Sum(item => item.Facts.PartsGivenUp));
    }

    /// <summary>"Agendapunt 3", "Agendapunten 2, 4 en 5".</summary>
    private static string Names(string language, IEnumerable<AgendaSpan> spans)
    {
        var names = spans.Select(span => span.Number ?? span.Title).Distinct().ToList();
        return names.Count == 1
            ? MinutesTexts.Say(language, "remark.item", names[0])
            : MinutesTexts.Say(language, "remark.items", string.Join(", ", names.SkipLast(1)), names[^1]);
    }

    // A model that says little about a long debate leaves speakers out: the best sentences fill the gaps.
    private static IEnumerable<Statement> WithQuotations(List<Statement> proved, IReadOnlyList<Statement> quotations)
    {
        if (proved.Count * 2 >= quotations.Count)
            return proved;
        var told = proved.SelectMany(point => point.Evidence).ToHashSet();
        return proved.Concat(quotations.Where(quotation => !quotation.Evidence.Any(told.Contains)))
            .OrderBy(statement => statement.Evidence.DefaultIfEmpty(int.MaxValue).Min());
    }

    /// <summary>The chair's acts among the points, by the moment at which they happened; what could not be proved stays last.</summary>
    private static IEnumerable<Statement> InOrder(IReadOnlyList<Statement> procedure, IReadOnlyList<Statement> points) =>
        procedure.Concat(points).OrderBy(point => point.Support).ThenBy(point => point.Evidence.DefaultIfEmpty(int.MaxValue).Min());

    private Provenance Provenance(ComposeInput input, List<Statement> statements, List<string> remarks)
    {
        var heard = input.Transcript.Speech;
        var speech = heard is null ? null : new ModelProvenance(heard.Model, heard.Sha256, heard.Engine, heard.Demonstration);
        if (heard is { DroppedPhrases: > 0 })
            remarks.Add(MinutesTexts.Say(input.Language, heard.DroppedPhrases == 1 ? "remark.dropped.one" : "remark.dropped", heard.DroppedPhrases));
        return new Provenance
        {
            Notulen = Version,
            Created = time.GetUtcNow(),
            RecordingSha256 = input.RecordingSha256,
            Pipeline = input.Pipeline,
            Speech = speech,
            Language = input.LanguageModel,
            Label = MinutesTexts.Say(input.Language, "minutes.label"),
            Demonstration = speech?.Demonstration == true || input.LanguageModel?.Demonstration == true,
            Tokens = input.LanguageModel is null ? null : input.Items.Aggregate(TokenUse.None, (sum, facts) => sum + (facts?.Tokens ?? TokenUse.None)),
            Statements = statements.Count,
            Unsupported = statements.Count(statement => statement.Support == Support.Unsupported),
            Warnings = [.. input.Warnings, .. input.Split.Remarks],
            Remarks = remarks,
        };
    }
}
