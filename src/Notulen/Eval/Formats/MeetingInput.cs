namespace Notulen.App.Eval.Formats;

/// <summary>What the pipeline gets to see of a meeting; also the form in which <c>score.py export</c> writes a variant of it.</summary>
internal sealed record MeetingInput
{
    public required IReadOnlyList<AgendaLine> Agenda { get; init; }

    public required IReadOnlyList<SpokenTurn> Turns { get; init; }
}
