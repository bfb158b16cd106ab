using System.Runtime.CompilerServices;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Pipelines;

namespace Notulen.Core.Minutes.Cues;

/// <summary>The phrases of one language, ready to be looked for.</summary>
public sealed class CueBook
{
    /// <summary>Announcements and opening or closing are also heard when a long word is one or two letters off.</summary>
    private const double Tolerant = 0.74;

    private static readonly ConditionalWeakTable<CueSet, CueBook> Books = [];

    private CueBook(CueSet cues)
    {
        Opening = Of(cues.Opening, Tolerant);
        Closing = Of(cues.Closing, Tolerant);
        Suspension = Of(cues.Suspension, Tolerant);
        Resumption = Of(cues.Resumption, Tolerant);
        AgendaItem = Of(cues.AgendaItem, Tolerant);
        ItemEnd = Of(cues.ItemEnd);
        ItemOff = Of(cues.ItemOff);
        Floor = Of(cues.Floor);
        Present = Of(cues.Present);
        Absent = Of(cues.Absent);
        Outcomes = [.. cues.Outcomes.Where(pair => OutcomeNames.ByName.ContainsKey(pair.Key)).Select(pair => (OutcomeNames.ByName[pair.Key], Of(pair.Value)))];
        NoDecision = Of(cues.NoDecision);
        Subjects = Of(cues.Subjects);
        VotesFor = Of(cues.VotesFor);
        VotesAgainst = Of(cues.VotesAgainst);
        VotesAbstained = Of(cues.VotesAbstained);
        VotesBoth = Of(cues.VotesBoth);
        Unanimous = Of(cues.Unanimous);
        AskFor = Of(cues.AskFor);
        AskAgainst = Of(cues.AskAgainst);
        Motion = Of(cues.Motion);
        Commitment = Of(cues.Commitment);
        Action = Of(cues.Action);
        Intention = Of(cues.Intention);
        Deadline = Of(cues.Deadline);
        Correction = Of(cues.Correction);
        Filler = Of(cues.Filler);
        Important = Of(cues.Important);
    }

    public IReadOnlyList<CuePhrase> Opening { get; }
    public IReadOnlyList<CuePhrase> Closing { get; }
    public IReadOnlyList<CuePhrase> Suspension { get; }
    public IReadOnlyList<CuePhrase> Resumption { get; }
    public IReadOnlyList<CuePhrase> AgendaItem { get; }
    public IReadOnlyList<CuePhrase> ItemEnd { get; }
    public IReadOnlyList<CuePhrase> ItemOff { get; }
    public IReadOnlyList<CuePhrase> Floor { get; }
    public IReadOnlyList<CuePhrase> Present { get; }
    public IReadOnlyList<CuePhrase> Absent { get; }
    public IReadOnlyList<(Outcome Outcome, IReadOnlyList<CuePhrase> Phrases)> Outcomes { get; }
    public IReadOnlyList<CuePhrase> NoDecision { get; }
    public IReadOnlyList<CuePhrase> Subjects { get; }
    public IReadOnlyList<CuePhrase> VotesFor { get; }
    public IReadOnlyList<CuePhrase> VotesAgainst { get; }
    public IReadOnlyList<CuePhrase> VotesAbstained { get; }
    public IReadOnlyList<CuePhrase> VotesBoth { get; }
    public IReadOnlyList<CuePhrase> Unanimous { get; }
    public IReadOnlyList<CuePhrase> AskFor { get; }
    public IReadOnlyList<CuePhrase> AskAgainst { get; }
    public IReadOnlyList<CuePhrase> Motion { get; }
    public IReadOnlyList<CuePhrase> Commitment { get; }
    public IReadOnlyList<CuePhrase> Action { get; }
    public IReadOnlyList<CuePhrase> Intention { get; }
    public IReadOnlyList<CuePhrase> Deadline { get; }
    public IReadOnlyList<CuePhrase> Correction { get; }
    public IReadOnlyList<CuePhrase> Filler { get; }
    public IReadOnlyList<CuePhrase> Important { get; }

    /// <summary>The book of a set; prepared once.</summary>
    public static CueBook Of(CueSet cues) => Books.GetValue(cues, set => new CueBook(set));

    /// <summary>The first phrase that stands in a sentence; of phrases that begin at the same word the longest.</summary>
    public static CueMatch? Find(IReadOnlyList<CuePhrase> phrases, Sentence sentence) => Find(phrases, sentence.Tokens, sentence.Language);

    public static CueMatch? Find(IReadOnlyList<CuePhrase> phrases, IReadOnlyList<Token> tokens, string language)
    {
        CueMatch? best = null;
        foreach (var phrase in phrases)
        {
            if (phrase.Find(tokens, language) is { } match
                && (best is null || match.First < best.First || match.First == best.First && match.End > best.End))
                best = match;
        }
        return best;
    }

    private static IReadOnlyList<CuePhrase> Of(IReadOnlyList<string> phrases, double likeness = 1) =>
        [.. phrases.Select(phrase => CuePhrase.Of(phrase, likeness))];
}
