using Notulen.Core.Minutes.People;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Coverage;

/// <summary>Compares what was said about an item with what its supported statements rest on.</summary>
/// <remarks>
/// Only what is supported counts: a statement that failed the check does not represent anybody. Summaries of debates
/// tend to leave out who spoke in the middle (arXiv 2507.14221).
/// </remarks>
public sealed class CoverageFinder(Roster roster)
{
    /// <summary>Seconds of speech below which somebody only said "yes, chair".</summary>
    public const double ShortestContribution = 15;

    /// <summary>Seconds of speech that nothing rests on from which a reader should be told.</summary>
    public const double LongestSilence = 180;

    private static readonly string[] ChairWords = ["voorzitter", "chair", "chairman", "chairwoman", "chairperson"];

    /// <returns>Null when nothing was said about the item.</returns>
    public ItemCoverage? Of(IReadOnlyList<Segment> segments, IEnumerable<Statement> statements)
    {
        if (segments.Count == 0)
            return null;
        var told = statements.Where(statement => statement.Support == Support.Supported).SelectMany(statement => statement.Evidence).ToHashSet();
        var turns = Turns(segments);
        var spoken = turns.Sum(turn => turn.Seconds);
        var represented = turns.Where(turn => turn.Segments.Any(segment => told.Contains(segment.Id))).ToList();
        var speakers = Speakers(turns, [.. represented.Select(turn => turn.Speaker).OfType<string>()]);
        return new ItemCoverage
        {
            Share = spoken > 0 ? Math.Round(represented.Sum(turn => turn.Seconds) / spoken, 2) : 0,
            Speakers = speakers,
            Parties = Parties(speakers, turns, represented),
            Stretches = Stretches(segments, told),
        };
    }

    private List<MissingSpeaker> Speakers(List<Turn> turns, HashSet<string> represented) =>
        [.. turns
            .Where(turn => turn.Speaker is { } speaker && !represented.Contains(speaker) && !IsChair(speaker))
            .GroupBy(turn => turn.Speaker!)
            .Select(own => new MissingSpeaker(own.Key, PartyOf(own.Key), Math.Round(own.Sum(turn => turn.Seconds), 1), own.MaxBy(turn => turn.Seconds)!.Segments[0].Start))
            .Where(speaker => speaker.Seconds >= ShortestContribution)];

    private List<string> Parties(List<MissingSpeaker> missing, List<Turn> turns, List<Turn> represented)
    {
        var heard = represented.Select(turn => PartyOf(turn.Speaker)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. missing.Select(speaker => speaker.Party).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Where(party => !heard.Contains(party))];
    }

    private static List<MissingStretch> Stretches(IReadOnlyList<Segment> segments, HashSet<int> told)
    {
        var stretches = new List<MissingStretch>();
        for (var first = 0; first < segments.Count;)
        {
            var end = first;
            while (end < segments.Count && !told.Contains(segments[end].Id))
                end++;
            if (end > first && segments.Skip(first).Take(end - first).Sum(Seconds) >= LongestSilence)
                stretches.Add(new MissingStretch(segments[first].Id, segments[end - 1].Id, segments[first].Start, segments[end - 1].End));
            first = Math.Max(end, first + 1);
        }
        return stretches;
    }

    private static List<Turn> Turns(IReadOnlyList<Segment> segments)
    {
        var turns = new List<Turn>();
        foreach (var segment in segments)
        {
            if (turns.Count > 0 && segment.Speaker is not null && turns[^1].Speaker == segment.Speaker)
                turns[^1].Segments.Add(segment);
            else
                turns.Add(new Turn(segment.Speaker, [segment]));
        }
        return turns;
    }

    private string? PartyOf(string? speaker) => roster.ByName(speaker)?.Party is { Length: > 0 } party ? party : null;

    private bool IsChair(string speaker) => Says(speaker) || roster.ByName(speaker)?.Role is { } role && Says(role);

    private static bool Says(string text) => Words.Tokens.Of(text).Any(token => ChairWords.Contains(token.Norm));

    private static double Seconds(Segment segment) => Math.Max(0, segment.End - segment.Start);

    private sealed record Turn(string? Speaker, List<Segment> Segments)
    {
        public double Seconds => Segments.Sum(CoverageFinder.Seconds);
    }
}
