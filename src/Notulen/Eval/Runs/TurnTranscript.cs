using System.Text.Json;
using Notulen.App.Eval.Formats;
using Notulen.Core.Meetings;
using Notulen.Core.Transcripts;
using Notulen.Documents.Transcripts;

namespace Notulen.App.Eval.Runs;

/// <summary>Turns as a transcript, by the way that every list of turns takes into Notulen, and the way back from its segments to the turns.</summary>
internal sealed class TurnTranscript
{
    private const int LettersPerSecond = 15;

    private readonly List<double> _starts = [];
    private readonly int[] _turns;

    public TurnTranscript(IReadOnlyList<SpokenTurn> turns)
    {
        // Nobody knows the times; whole seconds keep every segment within its turn.
        var timed = new List<object>();
        var clock = 0;
        foreach (var turn in turns)
        {
            var end = clock + 1 + turn.Text.Length / LettersPerSecond;
            timed.Add(new { start = clock, end, speaker = turn.Speaker, text = turn.Text });
            _starts.Add(clock);
            clock = end + 1;
        }
        Transcript = timed.Count == 0 ? new Transcript("nl", 0, null, []) : TranscriptFile.Parse(JsonSerializer.Serialize(timed), "turns.json");
        _turns = [.. Transcript.Segments.Select(segment => _starts.FindLastIndex(start => start <= segment.Start))];
    }

    public Transcript Transcript { get; }

    /// <summary>Which turn a segment belongs to.</summary>
    public int TurnOf(int segment) => _turns[segment];

    /// <summary>Which turns a list of segments lies in, in order.</summary>
    public IReadOnlyList<int> TurnsOf(IEnumerable<int> segments) =>
        [.. segments.Where(segment => segment >= 0 && segment < _turns.Length).Select(TurnOf).Distinct().Order()];

    /// <summary>The speakers of whom more is known than a label, as an agenda would list them.</summary>
    public static IReadOnlyList<Participant> Roster(IEnumerable<SpokenTurn> turns) =>
    [
        .. turns.Where(turn => turn.Speaker is not null && (turn.Role is not null || turn.Party is not null)).DistinctBy(turn => turn.Speaker)
            .Select(turn => new Participant { Name = turn.Speaker!, Role = turn.Role, Party = turn.Party }),
    ];
}
