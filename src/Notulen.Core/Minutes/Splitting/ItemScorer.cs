using System.Globalization;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>How much speaks for a sentence being the beginning of an agenda item: the number, the title, the cue.</summary>
internal sealed class ItemScorer(Agenda agenda, IReadOnlyList<TitleMatcher> titles, CueBook cues, string language)
{
    private const int WordsAfterCue = 25;

    /// <summary>A number of a motion of the item: as good as half its title, for other items' motions are spoken of too.</summary>
    private const double ScoreOfReference = 1.2;
    private const double ScoreOfMembersReference = 0.6;

    /// <summary>"In stemming komt motie H.1": of which item that is, is certain.</summary>
    private const double ScoreOfVote = 2;

    private static readonly HashSet<string> VoteWords = ["stemming", "stemmen", "vote", "votes", "voting"];

    /// <summary>Members speak of items too; but number and title together are an announcement, whoever is taken for the speaker.</summary>
    private const double MembersWord = 0.3;
    private const double MembersAnnouncement = 0.8;
    private const int ShortSentence = 12;

    public IReadOnlyList<ItemCandidate> Candidates(IReadOnlyList<Announcement> announcements)
    {
        var candidates = new List<ItemCandidate>();
        var references = new ItemReferences(agenda);
        foreach (var announcement in announcements)
        {
            if (references.In(announcement.Sentence) is [var named])
                candidates.Add(new ItemCandidate(announcement.Sentence.Index, named, ScoreOf(announcement), false, IsReference: true));
            var found = Enumerable.Range(0, titles.Count)
                .Select(item => (Item: item, Score: Score(announcement, item) * announcement.Strength))
                .Where(scored => scored.Score > 0)
                .Select(scored => new ItemCandidate(
                    announcement.Sentence.Index, scored.Item, scored.Score, false, IsMention: !announcement.ByChair && scored.Score < ItemCandidate.Announced))
                .ToList();
            candidates.AddRange(found);
            // A cue without number and title, "het volgende punt", can be any item: the order decides.
            if (found.Count == 0 && announcement is { HasCue: true, Number: null, Strength: >= 1, ByChair: true } && announcement.Sentence.Tokens.Count <= ShortSentence)
                candidates.AddRange(Enumerable.Range(1, titles.Count - 1).Select(item => new ItemCandidate(announcement.Sentence.Index, item, 0.3, true)));
        }
        return candidates;
    }

    private static double ScoreOf(Announcement reference) => reference switch
    {
        { ByChair: false } => ScoreOfMembersReference,
        { Sentence.IsQuestion: false } when reference.Sentence.Tokens.Count <= ShortSentence && reference.Sentence.Tokens.Any(token => VoteWords.Contains(token.Norm)) => ScoreOfVote,
        _ => ScoreOfReference,
    };

    /// <summary>True when the numbered announcements speak of other things than the titles with those numbers: another meeting's agenda.</summary>
    public bool ContradictsAgenda(IReadOnlyList<Announcement> announcements)
    {
        var numbered = announcements.Where(announcement => announcement is { HasCue: true, Number: not null, Strength: >= 0.6, ByChair: true }
            && StopWords.ContentStems(Tokens.Of(announcement.Rest), language).Count() >= 1).ToList();
        // On a long agenda a number or two in passing prove nothing.
        if (numbered.Count < 2 || numbered.Count * 4 < titles.Count)
            return false;
        var heard = numbered.Count(announcement =>
            titles.Any(title => title.Coverage([.. announcement.About.Take(WordsAfterCue)], language) >= 0.3));
        return heard * 3 < numbered.Count;
    }

    private double Score(Announcement announcement, int item)
    {
        var sentence = announcement.Sentence;
        var weight = announcement.ByChair ? 1 : MembersWord;
        if (!announcement.HasCue)
            return weight * ByTitleAlone(sentence, item);
        var coverage = titles[item].Coverage([.. announcement.About.Take(WordsAfterCue)], language);
        if (announcement.Number is null)
            return coverage >= 0.5 ? weight * (0.6 + 1.5 * coverage) : 0;
        if (SameNumber(announcement.Number, agenda.Items[item].Number))
            return (coverage >= 0.6 && !announcement.ByChair ? MembersAnnouncement : weight) * (2 + 1.5 * coverage);
        // Another number was heard: only a title that leaves no doubt outweighs it.
        return coverage >= 0.6 ? weight * 1.5 * coverage : 0;
    }

    private double ByTitleAlone(Sentence sentence, int item)
    {
        var (coverage, words) = titles[item].Heard(sentence.Tokens, language);
        if (item == titles.Count - 1 && item > 0 && coverage >= 0.45 && CueBook.Find(cues.Closing, sentence) is not null)
            return 1.5;
        if (titles[item].Words >= 2)
            return coverage >= 0.65 && words >= 2 && sentence.Tokens.Count <= 25 ? 1.5 * coverage : 0;
        return coverage >= 0.95 && sentence.Tokens.Count <= 5 ? 1.2 : 0;
    }

    private static bool SameNumber(string said, string? printed)
    {
        if (printed is null)
            return false;
        var trimmed = Tokens.Norm(printed.Trim().TrimEnd('.'));
        return said == trimmed
            || decimal.TryParse(said, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(trimmed, CultureInfo.InvariantCulture, out var b) && a == b;
    }
}
