namespace Notulen.Core.Minutes.Coverage;

/// <summary>What was said about an item that no statement of the minutes rests on: omissions are seen too.</summary>
public sealed record ItemCoverage
{
    /// <summary>Share of the time spoken about the item in turns that a supported statement rests on, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>Who spoke for a while and is not represented, in the order in which they first spoke. The chair leads and is not counted.</summary>
    public IReadOnlyList<MissingSpeaker> Speakers { get; init; } = [];

    /// <summary>Parties of which somebody spoke for a while and nobody is represented.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Long stretches of the recording that nothing in the minutes rests on.</summary>
    public IReadOnlyList<MissingStretch> Stretches { get; init; } = [];
}

/// <param name="Name">As in the transcript.</param>
/// <param name="Party">Party as on the roster; null when unknown.</param>
/// <param name="Seconds">How long this person spoke about the item.</param>
/// <param name="At">Seconds from the start of the recording of the longest turn.</param>
public sealed record MissingSpeaker(string Name, string? Party, double Seconds, double At);

/// <param name="FirstSegment">Id of the first segment.</param>
/// <param name="LastSegment">Id of the last segment, inclusive.</param>
/// <param name="Start">Seconds from the start of the recording.</param>
/// <param name="End">Seconds from the start of the recording.</param>
public sealed record MissingStretch(int FirstSegment, int LastSegment, double Start, double End);
