using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.People;

/// <summary>
/// Finds who chairs a meeting when voices have labels but nobody knows their names: the one who opens, gives the floor,
/// asks for votes and closes. Only a clear majority counts; a wrong chair would be worse than none.
/// </summary>
internal static class ChairFinder
{
    private const int FewestPhrases = 3;
    private const double Share = 2.0 / 3;

    /// <returns>The label of the chair's voice; null when it cannot be told.</returns>
    public static string? Find(IReadOnlyList<Sentence> sentences, CueBook cues, Roster roster)
    {
        if (roster.Chair?.Name is { } name && sentences.Any(sentence => sentence.Speaker == name))
            return name;
        // Where the chair's name is known to be another's, nobody else is guessed.
        if (sentences.Any(sentence => roster.ByName(sentence.Speaker) is not null))
            return null;
        IReadOnlyList<CuePhrase>[] lists = [cues.Opening, cues.Closing, cues.Suspension, cues.Resumption, cues.Floor, cues.ItemEnd, cues.AskFor, cues.AskAgainst, cues.VotesBoth];
        var said = sentences
            .Where(sentence => sentence.Speaker is not null && lists.Any(list => CueBook.Find(list, sentence) is not null))
            .CountBy(sentence => sentence.Speaker!).ToList();
        var most = said.Count == 0 ? default : said.MaxBy(pair => pair.Value);
        return most.Value >= FewestPhrases && most.Value >= Share * said.Sum(pair => pair.Value) ? most.Key : null;
    }
}
