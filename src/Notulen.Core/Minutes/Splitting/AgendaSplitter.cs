using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Pipelines;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>Divides a transcript over the agenda: by the chair's announcements, the numbers and titles in them, and the order of the agenda.</summary>
public static class AgendaSplitter
{
    public static AgendaSplit Split(Transcript transcript, Agenda agenda, CueSet cues, string language)
    {
        var sentences = SentenceCutter.Cut(transcript.Segments, language);
        var book = CueBook.Of(cues);
        if (sentences.Count == 0)
            return new AgendaSplit(SpanList.Untreated(agenda), agenda.Items.Count > 0, [MinutesTexts.Say(language, "split.no-speech")]);
        var announcements = new AnnouncementFinder(book, new Roster(agenda.Participants), Letters(agenda)).Find(sentences).ToList();
        if (agenda.Items.Count == 0)
            return WithoutAgenda(transcript, announcements, language, []);

        var titles = TitleMatcher.Of([.. agenda.Items.Select(item => item.Title)], language);
        var scorer = new ItemScorer(agenda, titles, book, language);
        if (scorer.ContradictsAgenda(announcements))
            return WithoutAgenda(transcript, announcements, language, [MinutesTexts.Say(language, "split.wrong-agenda")]);
        var path = ItemPath.Best(scorer.Candidates(announcements));
        if (path.Count == 0 && agenda.Items.Count > 1)
            return WithoutAgenda(transcript, announcements, language, [MinutesTexts.Say(language, "split.wrong-agenda")]);
        var ends = announcements.Where(announcement => announcement.ByChair && CueBook.Find(book.ItemEnd, announcement.Sentence) is not null);
        var border = new TopicBorder(sentences, [.. agenda.Items.Select(item => item.Title)], ends.Select(end => end.Sentence.Index).ToHashSet(), language);
        var chaired = announcements.Where(announcement => announcement.ByChair).Select(announcement => announcement.Sentence).ToHashSet(ReferenceEqualityComparer.Instance);
        var beginnings = new JointProposals(sentences, book, chaired.Contains).Add([.. Beginnings(path, border)], agenda.Items.Count)
            .Select(step => (Segment: sentences[step.Sentence].Segments[0], step.Item));
        return new AgendaSplit(SpanList.Of(transcript, agenda, [.. beginnings]), true, []);
    }

    /// <summary>One for each visit to an item. Where nobody announced it, it began before it was first named.</summary>
    private static IEnumerable<(int Sentence, int Item)> Beginnings(IReadOnlyList<ItemCandidate> path, TopicBorder border)
    {
        var visits = new List<List<ItemCandidate>>();
        foreach (var step in path)
        {
            if (visits.Count > 0 && visits[^1][0].Item == step.Item)
                visits[^1].Add(step);
            else
                visits.Add([step]);
        }
        for (var i = 0; i < visits.Count; i++)
        {
            var own = Known(visits[i]);
            // An item that is taken up again, to vote on it, begins where that is said.
            var again = visits.Take(i).Any(visit => visit[0].Item == own.Item);
            yield return (!visits[i][0].Begins && i > 0 && !again ? border.Between(Known(visits[i - 1]), own) : own.First, own.Item);
        }

        static (int Item, int First, int Last) Known(List<ItemCandidate> visit) => (visit[0].Item, visit[0].Sentence, visit[^1].Sentence);
    }

    /// <summary>Numbers of items that are letters ("H"), as tokens.</summary>
    private static HashSet<string> Letters(Agenda agenda) =>
        [.. agenda.Items.Select(item => Tokens.Norm(item.Number?.Trim().TrimEnd('.') ?? "")).Where(number => number.Length is 1 or 2 && char.IsLetter(number[0]))];

    private static AgendaSplit WithoutAgenda(
        Transcript transcript, IReadOnlyList<Announcement> announcements, string language, IReadOnlyList<string> remarks)
    {
        var found = WorkingItems.Find(announcements, language);
        var items = new Agenda { Items = [.. found.Select(item => item.Item)] };
        IReadOnlyList<string> all = found.Count > 1 ? remarks : [.. remarks, MinutesTexts.Say(language, "split.no-items")];
        var beginnings = found.Select((item, index) => (item.Segment, Item: index));
        return new AgendaSplit([.. SpanList.Of(transcript, items, [.. beginnings]).Select(span => span with { Item = null })], false, all);
    }
}
