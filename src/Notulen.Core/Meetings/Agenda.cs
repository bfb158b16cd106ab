namespace Notulen.Core.Meetings;

/// <summary>An agenda file: what was planned, and who was expected. Everything is optional.</summary>
public sealed record Agenda
{
    public static readonly Agenda Empty = new();

    public string? Title { get; init; }

    /// <summary>The body that meets, as people call it ("Commissie Ruimte").</summary>
    public string? Body { get; init; }

    /// <summary>Day of the meeting in the Netherlands.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Planned time of opening.</summary>
    public TimeOnly? Start { get; init; }

    public string? Place { get; init; }

    /// <summary>True when the whole meeting is closed to the public.</summary>
    public bool Confidential { get; init; }

    public IReadOnlyList<Participant> Participants { get; init; } = [];

    public IReadOnlyList<AgendaItem> Items { get; init; } = [];
}

/// <summary>Somebody who was expected at the meeting.</summary>
public sealed record Participant
{
    public required string Name { get; init; }

    /// <summary>What the person is there ("voorzitter", "lid", "wethouder", "griffier").</summary>
    public string? Role { get; init; }

    /// <summary>Party in the council (fractie).</summary>
    public string? Party { get; init; }

    /// <summary>Known beforehand or afterwards; null when it must follow from what was said.</summary>
    public bool? Present { get; init; }
}

/// <summary>One item of the agenda.</summary>
public sealed record AgendaItem
{
    /// <summary>Number as printed ("4", "3.2", "H"); null for an item without one.</summary>
    public string? Number { get; init; }

    public required string Title { get; init; }

    public bool Confidential { get; init; }
}
