using System.Reflection;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Splitting;

namespace Notulen.Core.Minutes;

/// <summary>Puts checked facts together into minutes. The same input gives the same minutes, but for the time of making.</summary>
public sealed class MinutesComposer(TimeProvider time)
{
    private static readonly string Version =
        typeof(MinutesComposer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public MinutesDocument Compose(ComposeInput input)
    {
        var remarks = new List<string>([.. input.Remarks, .. input.Split.Remarks]);
        var items = input.Split.Spans.Select((span, index) => Item(input, span, input.Items[index], remarks)).ToList();
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
            Provenance = Provenance(input, statements, remarks),
        };
    }

    private static MinutesItem Item(ComposeInput input, AgendaSpan span, ItemFacts? facts, List<string> remarks)
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
        return facts is null ? item : item with
        {
            Points = Points(input, span, facts, remarks),
            Decisions = facts.Decisions,
            Motions = facts.Motions,
            Actions = facts.Actions,
            Commitments = facts.Commitments,
        };
    }

    /// <summary>The model's text where at least half of it could be proved; otherwise the best sentences, as they were said.</summary>
    private static IReadOnlyList<Statement> Points(ComposeInput input, AgendaSpan span, ItemFacts facts, List<string> remarks)
    {
        var proved = facts.ModelPoints.Where(point => point.Support == Support.Supported).ToList();
        var unproved = facts.ModelPoints.Where(point => point.Support == Support.Unsupported).ToList();
        var name = span.Number is null ? span.Title : $"{span.Number} ({span.Title})";
        if (facts.PartsGivenUp > 0)
            remarks.Add(MinutesTexts.Say(input.Language, "remark.given-up", name, facts.PartsGivenUp));
        if (proved.Count > 0 && proved.Count >= unproved.Count)
            return [.. WithQuotations(proved, facts.Quotations), .. unproved];
        if (facts.ModelPoints.Count > 0)
            remarks.Add(MinutesTexts.Say(input.Language, "remark.fallback", name, proved.Count, facts.ModelPoints.Count));
        return [.. facts.Quotations, .. unproved];
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

    private Provenance Provenance(ComposeInput input, List<Statement> statements, List<string> remarks)
    {
        var heard = input.Transcript.Speech;
        var speech = heard is null ? null : new ModelProvenance(heard.Model, heard.Sha256, heard.Engine, heard.Demonstration);
        if (heard is { DroppedPhrases: > 0 })
            remarks.Add(MinutesTexts.Say(input.Language, "remark.dropped", heard.DroppedPhrases));
        if (speech is { Demonstration: true })
            remarks.Add(MinutesTexts.Say(input.Language, "remark.demonstration-speech", speech.Model));
        if (input.LanguageModel is { Demonstration: true } language)
            remarks.Add(MinutesTexts.Say(input.Language, "remark.demonstration-language", language.Model));
        if (input.LanguageModel is null)
            remarks.Add(MinutesTexts.Say(input.Language, "remark.no-language-model"));
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
            Statements = statements.Count,
            Unsupported = statements.Count(statement => statement.Support == Support.Unsupported),
            Remarks = remarks,
        };
    }
}
