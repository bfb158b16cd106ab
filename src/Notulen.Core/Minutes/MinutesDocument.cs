using System.Text.Json.Serialization;
using Notulen.Core.Minutes.Coverage;
using Notulen.Core.Minutes.Model;

namespace Notulen.Core.Minutes;

/// <summary>Draft minutes with the proof of every statement, as written to <c>minutes.json</c>.</summary>
public sealed record MinutesDocument
{
    public required MeetingHeading Meeting { get; init; }

    public Attendance Attendance { get; init; } = new();

    /// <summary>Agenda items in the order in which they were treated.</summary>
    public IReadOnlyList<MinutesItem> Items { get; init; } = [];

    /// <summary>Time of opening as spoken or, failing that, as planned ("19:30"); null when unknown.</summary>
    public string? Opened { get; init; }

    /// <summary>Time of closing as spoken ("21:05"); null when unknown.</summary>
    public string? Closed { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>What stands above the minutes.</summary>
public sealed record MeetingHeading
{
    public required string Title { get; init; }
    public string? Body { get; init; }
    public DateOnly? Date { get; init; }
    public string? Place { get; init; }
    public bool Confidential { get; init; }

    /// <summary>Language of the minutes: "nl" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>Name of the recording's file as it was handed in; null for minutes from a transcript.</summary>
    public string? Recording { get; init; }

    /// <summary>Length of the recording in seconds.</summary>
    public double Duration { get; init; }
}

/// <summary>Who was there. Names come from the roster; unknown names are left out rather than guessed.</summary>
public sealed record Attendance
{
    public IReadOnlyList<Attendee> Present { get; init; } = [];
    public IReadOnlyList<Attendee> Absent { get; init; } = [];

    /// <summary>How many members were there as counted aloud; null when nobody did.</summary>
    public int? Members { get; init; }
}

/// <param name="Name">Name as on the roster.</param>
/// <param name="Role">Role as on the roster.</param>
/// <param name="Party">Party as on the roster.</param>
/// <param name="Evidence">Segments in which the presence or absence was said; empty when it comes from the agenda file.</param>
public sealed record Attendee(string Name, string? Role, string? Party, IReadOnlyList<int> Evidence);

/// <summary>The minutes of one agenda item.</summary>
public sealed record MinutesItem
{
    public string? Number { get; init; }
    public required string Title { get; init; }

    /// <summary>First segment that belongs to the item; null when the item was not treated aloud.</summary>
    public int? FirstSegment { get; init; }

    /// <summary>Last segment that belongs to the item, inclusive.</summary>
    public int? LastSegment { get; init; }

    /// <summary>Seconds from the start of the recording at which the item begins.</summary>
    public double? Start { get; init; }

    public bool Confidential { get; init; }

    public IReadOnlyList<Statement> Points { get; init; } = [];
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
    public IReadOnlyList<Motion> Motions { get; init; } = [];
    public IReadOnlyList<ActionPoint> Actions { get; init; } = [];
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>What the minutes of the item pass over; null when nothing was said, or in a list of decisions.</summary>
    public ItemCoverage? Coverage { get; init; }

    /// <summary>Every statement of the item, of whatever kind, in the order of the fields above.</summary>
    [JsonIgnore]
    public IEnumerable<Statement> Statements => [.. Points, .. Decisions, .. Motions, .. Actions, .. Commitments];
}

/// <summary>Something the minutes say, with the segments that prove it and the result of the check.</summary>
public record Statement
{
    public required string Text { get; init; }

    /// <summary>Ids of the segments that prove it.</summary>
    public IReadOnlyList<int> Evidence { get; init; } = [];

    public Support Support { get; init; }

    /// <summary>Why it is unsupported, in the language of the minutes; null when supported.</summary>
    public string? Reason { get; init; }

    public Origin Origin { get; init; }

    /// <summary>What does not agree with it although it was said (more votes than people), in the language of the minutes; null when all agrees.</summary>
    public string? Note { get; init; }

    /// <summary>Seconds from the start of the recording of the first segment that proves it.</summary>
    public double? At { get; init; }
}

/// <summary>Whether the evidence bears the statement out. Unsupported statements are never printed as fact.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Support>))]
public enum Support
{
    [JsonStringEnumMemberName("supported")] Supported,
    [JsonStringEnumMemberName("unsupported")] Unsupported,
}

/// <summary>Who made a statement: fixed phrases, the language model, or a person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Origin>))]
public enum Origin
{
    [JsonStringEnumMemberName("cue")] Cue,
    [JsonStringEnumMemberName("model")] Model,
    [JsonStringEnumMemberName("person")] Person,
}

[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    [JsonStringEnumMemberName("adopted")] Adopted,
    [JsonStringEnumMemberName("adopted-amended")] AdoptedAmended,
    [JsonStringEnumMemberName("rejected")] Rejected,
    [JsonStringEnumMemberName("held-over")] HeldOver,
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
    [JsonStringEnumMemberName("noted")] Noted,
}

public sealed record Decision : Statement
{
    public Outcome Outcome { get; init; }
    public int? VotesFor { get; init; }
    public int? VotesAgainst { get; init; }
    public int? Abstained { get; init; }

    /// <summary>Said to be without anybody against ("met algemene stemmen").</summary>
    public bool Unanimous { get; init; }

    public IReadOnlyList<PartyVote> Parties { get; init; } = [];
}

/// <param name="Party">Party (fractie) as on the roster.</param>
/// <param name="Vote">"for", "against" or "abstained".</param>
public sealed record PartyVote(string Party, string Vote);

public sealed record Motion : Statement
{
    /// <summary>"motion" or "amendment".</summary>
    public string Kind { get; init; } = "motion";
    public string? Number { get; init; }
    public string? Title { get; init; }
    public Outcome? Outcome { get; init; }
    public int? VotesFor { get; init; }
    public int? VotesAgainst { get; init; }

    /// <summary>Said to be without anybody against ("met algemene stemmen").</summary>
    public bool Unanimous { get; init; }
}

public sealed record ActionPoint : Statement
{
    public string? Who { get; init; }
    public required string What { get; init; }

    /// <summary>Date by which it must be done; null when none was said.</summary>
    public DateOnly? Due { get; init; }
}

public sealed record Commitment : Statement
{
    public string? Who { get; init; }
    public string? To { get; init; }
}

/// <summary>How the minutes came about, so that it can be explained afterwards.</summary>
public sealed record Provenance
{
    /// <summary>Version of Notulen.</summary>
    public required string Notulen { get; init; }
    public required DateTimeOffset Created { get; init; }
    public string? RecordingSha256 { get; init; }
    public string? Pipeline { get; init; }
    public ModelProvenance? Speech { get; init; }
    public ModelProvenance? Language { get; init; }

    /// <summary>The label that every draft carries until a person has adopted it.</summary>
    public required string Label { get; init; }

    /// <summary>True when one of the models is a demonstration model.</summary>
    public bool Demonstration { get; init; }

    /// <summary>What the language model had to read and write; null without one.</summary>
    public TokenUse? Tokens { get; init; }

    public int Statements { get; init; }
    public int Unsupported { get; init; }

    /// <summary>What the reader must know before anything else: an agenda of another meeting, a recording that breaks off.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Remarks for the reader: items that fell back to quotations, gaps, dropped phrases.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <param name="Model">Name in the catalogue.</param>
/// <param name="Sha256">Hash of the file; empty for a remote engine that does not tell.</param>
/// <param name="Engine">Name of the engine that ran it.</param>
/// <param name="Demonstration">True for a model that is too weak for real minutes.</param>
public sealed record ModelProvenance(string Model, string Sha256, string Engine, bool Demonstration);
