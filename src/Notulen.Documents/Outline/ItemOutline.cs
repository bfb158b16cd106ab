using System.Globalization;
using System.Text.RegularExpressions;
using Notulen.Core.Minutes;
using Notulen.Core.Transcripts;

namespace Notulen.Documents.Outline;

/// <summary>One agenda item: what was said, and apart from it what was decided, promised and agreed.</summary>
internal static partial class ItemOutline
{
    public static IEnumerable<Block> Of(MinutesItem item, Transcript transcript, DocumentTexts texts, Times times)
    {
        yield return new HeadingBlock(2, item.Confidential ? $"{Heading(item)} ({texts["confidential.item"]})" : Heading(item), times.Of(item));
        var blocks = new List<Block>();
        foreach (var point in Supported(item.Points))
            blocks.Add(Point(point, transcript, times));
        foreach (var decision in Supported(item.Decisions).Where(decision => !ToldByMotion(decision, item)))
            blocks.Add(Decision(decision, texts, times));
        foreach (var motion in Requests(item))
            blocks.Add(Motion(motion, texts, times));
        foreach (var action in Supported(item.Actions))
            blocks.Add(new PointBlock(ActionLead(action, texts), Action(action, texts), times.Of(action)));
        foreach (var commitment in Supported(item.Commitments))
            blocks.Add(new PointBlock(CommitmentLead(commitment, texts), PlainText.Clean(commitment.Text), times.Of(commitment)));
        if (blocks.Count == 0)
            blocks.Add(new TextBlock(texts[Untold(item)]));
        foreach (var block in blocks)
            yield return block;
    }

    /// <summary>"3. Renovatie speeltuin Molenweg".</summary>
    public static string Heading(MinutesItem item)
    {
        var number = PlainText.Clean(item.Number).TrimEnd('.');
        return number.Length == 0 ? PlainText.Clean(item.Title) : $"{number}. {PlainText.Clean(item.Title)}";
    }

    public static IEnumerable<T> Supported<T>(IEnumerable<T> statements) where T : Statement =>
        statements.Where(statement => statement.Support == Support.Supported);

    /// <summary>A decision about a motion stands with the motion, once.</summary>
    public static bool ToldByMotion(Decision decision, MinutesItem item) =>
        Requests(item).Any(motion => motion.Outcome == decision.Outcome && decision.Evidence.Count > 0 && decision.Evidence.All(motion.Evidence.Contains));

    /// <summary>Motions of which more is known than their result, which stands among the decisions.</summary>
    public static IEnumerable<Motion> Requests(MinutesItem item) =>
        Supported(item.Motions).Where(motion => !item.Decisions.Any(decision => decision.Text == motion.Text));

    /// <summary>What is to be done, with a capital.</summary>
    public static string What(ActionPoint action)
    {
        var what = PlainText.Clean(action.What) is { Length: > 0 } said ? said : PlainText.Clean(action.Text);
        return what.Length == 0 ? what : char.ToUpper(what[0], CultureInfo.InvariantCulture) + what[1..];
    }

    /// <summary>With the term, unless the words have it already.</summary>
    private static string Action(ActionPoint action, DocumentTexts texts)
    {
        var what = What(action);
        var term = action.Due is { } due && !what.Contains(due.ToString("d MMMM", texts.Culture), StringComparison.OrdinalIgnoreCase)
            ? $" ({texts["action.due", texts.ShortDate(due)]})" : "";
        return what.EndsWith('”') ? what + term : $"{what.TrimEnd('.')}{term}.";
    }

    private static string ActionLead(ActionPoint action, DocumentTexts texts) =>
        PlainText.Clean(action.Who) is { Length: > 0 } who ? texts["lead.action-for", who] : texts["lead.action"];

    private static IReadOnlyList<string> Details(Decision decision, DocumentTexts texts)
    {
        var details = new List<string>();
        if (!TellsVotes(decision.Text, decision.VotesFor, decision.VotesAgainst, decision.Abstained) && texts.Votes(decision.VotesFor, decision.VotesAgainst, decision.Abstained) is { } votes)
            details.Add(texts["votes.line", votes]);
        foreach (var vote in decision.Parties.GroupBy(party => party.Vote))
            details.Add($"{texts["parties." + (vote.Key is "for" or "against" ? vote.Key : "abstained")]}: {string.Join(", ", vote.Select(party => PlainText.Clean(party.Party)))}.");
        return [.. details, .. Note(decision, texts)];
    }

    private static IEnumerable<string> Note(Statement statement, DocumentTexts texts) =>
        MinutesOutline.Given(statement.Note) is { } note ? [texts["note.line", note]] : [];

    /// <summary>Whether the words give the numbers of votes already ("met 5 stemmen voor en 2 tegen").</summary>
    private static bool TellsVotes(string text, params int?[] counted)
    {
        var numbers = Number().Matches(text).Select(match => match.Value).ToHashSet();
        return counted.OfType<int>().All(votes => numbers.Contains(votes.ToString(CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    /// <summary>"Motie M1, Fietsbrug"; a title that begins with the word itself stands alone ("Motie fietsbrug").</summary>
    public static string MotionName(Motion motion, DocumentTexts texts)
    {
        var name = texts[motion.Kind == "amendment" ? "lead.amendment" : "lead.motion"];
        var title = PlainText.Clean(motion.Title);
        if (PlainText.Clean(motion.Number) is { Length: > 0 } number)
            name += " " + number;
        else if (title.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            return title;
        return title.Length > 0 ? $"{name}, {title}" : name;
    }

    /// <summary>A statement that is the segment itself, word for word, is a quotation: it is printed as one, with its speaker.</summary>
    private static PointBlock Point(Statement point, Transcript transcript, Times times)
    {
        var text = PlainText.Clean(point.Text);
        var bare = text.Trim('"', '“', '”', '„', '\'', '‘', '’', ' ');
        var source = point.Evidence.Select(id => Segment(transcript, id)).FirstOrDefault(segment => segment is not null && Same(segment.Text, bare));
        if (source is not null)
            text = (MinutesOutline.Given(source.Speaker) is { } speaker ? speaker + ": " : "") + $"“{bare}”";
        return new PointBlock(null, text, times.Of(point));
    }

    private static Segment? Segment(Transcript transcript, int id) =>
        id >= 0 && id < transcript.Segments.Count && transcript.Segments[id].Id == id
            ? transcript.Segments[id]
            : transcript.Segments.FirstOrDefault(segment => segment.Id == id);

    private static bool Same(string segment, string statement) =>
        string.Equals(PlainText.Clean(segment).TrimEnd('.'), statement.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static DecisionBlock Decision(Decision decision, DocumentTexts texts, Times times) => new(
        texts["lead.decision"], PlainText.Clean(decision.Text), Details(decision, texts), times.Of(decision));

    private static DecisionBlock Motion(Motion motion, DocumentTexts texts, Times times)
    {
        var lead = MotionName(motion, texts);
        if (motion.Outcome is { } outcome)
            lead += ": " + texts.Outcome(outcome, "");
        var votes = TellsVotes(motion.Text, motion.VotesFor, motion.VotesAgainst) ? null : texts.Votes(motion.VotesFor, motion.VotesAgainst);
        return new DecisionBlock(lead, PlainText.Clean(motion.Text), [.. votes is null ? [] : new[] { texts["votes.line", votes] }, .. Note(motion, texts)], times.Of(motion));
    }

    /// <summary>Whoever made it is named once: in the sentence, or before it.</summary>
    private static string CommitmentLead(Commitment commitment, DocumentTexts texts) => (PlainText.Clean(commitment.Who), PlainText.Clean(commitment.To)) switch
    {
        ("", _) => texts["lead.commitment"],
        (var who, "") when PlainText.Clean(commitment.Text).StartsWith(who, StringComparison.Ordinal) => texts["lead.commitment"],
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
