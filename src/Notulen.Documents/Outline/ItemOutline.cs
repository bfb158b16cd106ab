using Notulen.Core.Minutes;
using Notulen.Core.Transcripts;

namespace Notulen.Documents.Outline;

/// <summary>One agenda item: what was said, and apart from it what was decided, promised and agreed.</summary>
internal static class ItemOutline
{
    public static IEnumerable<Block> Of(MinutesItem item, Transcript transcript, DocumentTexts texts, Times times)
    {
        yield return new HeadingBlock(2, Heading(item, texts), times.Of(item));
        var blocks = new List<Block>();
        foreach (var point in Supported(item.Points))
            blocks.Add(Point(point, transcript, times));
        foreach (var decision in Supported(item.Decisions))
            blocks.Add(Decision(decision, texts, times));
        foreach (var motion in Supported(item.Motions))
            blocks.Add(Motion(motion, texts, times));
        foreach (var action in Supported(item.Actions))
            blocks.Add(new PointBlock(ActionLead(action, texts), Action(action, texts), times.Of(action)));
        foreach (var commitment in Supported(item.Commitments))
            blocks.Add(new PointBlock(Commitment(commitment, texts), PlainText.Clean(commitment.Text), times.Of(commitment)));
        if (blocks.Count == 0)
            blocks.Add(new TextBlock(texts[Untold(item)]));
        foreach (var block in blocks)
            yield return block;
    }

    /// <summary>"3. Renovatie speeltuin Molenweg (besloten)".</summary>
    private static string Heading(MinutesItem item, DocumentTexts texts)
    {
        var number = PlainText.Clean(item.Number).TrimEnd('.');
        var heading = number.Length == 0 ? PlainText.Clean(item.Title) : $"{number}. {PlainText.Clean(item.Title)}";
        return item.Confidential ? $"{heading} ({texts["confidential.item"]})" : heading;
    }

    public static IEnumerable<T> Supported<T>(IEnumerable<T> statements) where T : Statement =>
        statements.Where(statement => statement.Support == Support.Supported);

    private static string Action(ActionPoint action, DocumentTexts texts)
    {
        var what = PlainText.Clean(action.What) is { Length: > 0 } said ? said : PlainText.Clean(action.Text);
        return action.Due is { } due ? $"{what.TrimEnd('.')} ({texts["action.due", texts.ShortDate(due)]})." : what;
    }

    private static string ActionLead(ActionPoint action, DocumentTexts texts) =>
        PlainText.Clean(action.Who) is { Length: > 0 } who ? texts["lead.action-for", who] : texts["lead.action"];

    private static IReadOnlyList<string> Details(Decision decision, DocumentTexts texts)
    {
        var details = new List<string>();
        if (texts.Votes(decision.VotesFor, decision.VotesAgainst, decision.Abstained) is { } votes)
            details.Add(texts["votes.line", votes]);
        foreach (var vote in decision.Parties.GroupBy(party => party.Vote))
            details.Add($"{texts["parties." + (vote.Key is "for" or "against" ? vote.Key : "abstained")]}: {string.Join(", ", vote.Select(party => PlainText.Clean(party.Party)))}.");
        return details;
    }

    public static string MotionName(Motion motion, DocumentTexts texts)
    {
        var name = texts[motion.Kind == "amendment" ? "lead.amendment" : "lead.motion"];
        if (PlainText.Clean(motion.Number) is { Length: > 0 } number)
            name += " " + number;
        return PlainText.Clean(motion.Title) is { Length: > 0 } title ? $"{name}, {title}" : name;
    }

    /// <summary>A statement that is the segment itself, word for word, is a quotation: it is printed as one, with its speaker.</summary>
    private static Block Point(Statement point, Transcript transcript, Times times)
    {
        var text = PlainText.Clean(point.Text);
        var bare = text.Trim('"', '“', '”', '„', '\'', '‘', '’', ' ');
        var source = point.Evidence.Select(id => Segment(transcript, id)).FirstOrDefault(segment => segment is not null && Same(segment.Text, bare));
        return source is null
            ? new PointBlock(null, text, times.Of(point))
            : new QuoteBlock(MinutesOutline.Given(source.Speaker), bare, times.Of(point));
    }

    private static Segment? Segment(Transcript transcript, int id) =>
        id >= 0 && id < transcript.Segments.Count && transcript.Segments[id].Id == id
            ? transcript.Segments[id]
            : transcript.Segments.FirstOrDefault(segment => segment.Id == id);

    private static bool Same(string segment, string statement) =>
        string.Equals(PlainText.Clean(segment).TrimEnd('.'), statement.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static DecisionBlock Decision(Decision decision, DocumentTexts texts, Times times) => new(
        $"{texts["lead.decision"]}: {texts.Outcome(decision.Outcome)}", PlainText.Clean(decision.Text), Details(decision, texts), times.Of(decision));

    private static DecisionBlock Motion(Motion motion, DocumentTexts texts, Times times)
    {
        var lead = MotionName(motion, texts);
        if (motion.Outcome is { } outcome)
            lead += ": " + texts.Outcome(outcome);
        var votes = texts.Votes(motion.VotesFor, motion.VotesAgainst);
        return new DecisionBlock(lead, PlainText.Clean(motion.Text), votes is null ? [] : [texts["votes.line", votes]], times.Of(motion));
    }

    private static string Commitment(Commitment commitment, DocumentTexts texts) => (PlainText.Clean(commitment.Who), PlainText.Clean(commitment.To)) switch
    {
        ("", _) => texts["lead.commitment"],
        (var who, "") => texts["lead.commitment-by", who],
        var (who, to) => texts["lead.commitment-by-to", who, to],
    };

    private static string Untold(MinutesItem item)
    {
        if (item.Statements.Any())
            return "item.unsupported-only";
        return item.FirstSegment is null ? "item.untreated" : "item.nothing";
    }
}
