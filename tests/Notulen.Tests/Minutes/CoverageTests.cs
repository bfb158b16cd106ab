using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Coverage;
using Notulen.Core.Minutes.People;
using Notulen.Core.Transcripts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class CoverageTests
{
    private static readonly CoverageFinder Finder = new(new Roster(
    [
        new Participant { Name = "An de Wit", Role = "voorzitter" },
        new Participant { Name = "Bo Vermeer", Party = "Water" },
        new Participant { Name = "Cas Bakker", Party = "Land" },
        new Participant { Name = "Dirk Smit", Party = "Land" },
    ]));

    [Fact]
    public void Who_spoke_for_a_while_without_being_told_of_is_named_with_the_longest_turn()
    {
        var coverage = Of([2], ("An de Wit", 60), ("Bo Vermeer", 10), ("Cas Bakker", 30), ("Bo Vermeer", 20), ("An de Wit", 5));
        var missing = Assert.Single(coverage.Speakers);
        Assert.Equal(("Bo Vermeer", "Water", 30.0, 100.0), (missing.Name, missing.Party, missing.Seconds, missing.At));
        Assert.Equal(["Water"], coverage.Parties);
        Assert.Equal(0.24, coverage.Share);
    }

    [Fact]
    public void A_party_is_represented_by_any_of_its_people()
    {
        var coverage = Of([0], ("Cas Bakker", 30), ("Dirk Smit", 30));
        Assert.Equal("Dirk Smit", Assert.Single(coverage.Speakers).Name);
        Assert.Empty(coverage.Parties);
    }

    [Fact]
    public void A_turn_is_represented_by_one_of_its_sentences_and_a_word_in_between_needs_no_representing()
    {
        var coverage = Of([1], ("Bo Vermeer", 20), ("Bo Vermeer", 20), ("Cas Bakker", 14));
        Assert.Empty(coverage.Speakers);
    }

    [Fact]
    public void A_statement_that_failed_the_check_represents_nobody()
    {
        var coverage = Finder.Of(Segments(("Bo Vermeer", 20)), [new Statement { Text = "Ja.", Evidence = [0], Support = Support.Unsupported }])!;
        Assert.Single(coverage.Speakers);
    }

    [Fact]
    public void A_long_stretch_is_told_of_whoever_spoke()
    {
        var coverage = Of([0, 4], (null, 5), (null, 100), (null, 79), (null, 1), (null, 5), (null, 179));
        var stretch = Assert.Single(coverage.Stretches);
        Assert.Equal(new MissingStretch(1, 3, 5, 185), stretch);
        Assert.Empty(coverage.Speakers);
    }

    [Fact]
    public void Of_what_was_not_spoken_about_nothing_is_said() => Assert.Null(Finder.Of([], []));

    private static ItemCoverage Of(int[] evidence, params (string? Speaker, double Seconds)[] spoken) =>
        Finder.Of(Segments(spoken), [new Statement { Text = "Zo is het.", Evidence = evidence }])!;

    private static List<Segment> Segments(params (string? Speaker, double Seconds)[] spoken)
    {
        var segments = new List<Segment>();
        var at = 0.0;
        foreach (var (speaker, seconds) in spoken)
        {
            segments.Add(new Segment(segments.Count, at, at + seconds, speaker, "Woorden."));
            at += seconds;
        }
        return segments;
    }
}
