namespace Notulen.App.Eval.Formats;

/// <summary>How something that was put to the vote ended.</summary>
internal record Vote
{
    /// <summary>adopted, rejected, tied, held-over, withdrawn, noted, none.</summary>
    public string? Outcome { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    /// <summary>"Met algemene stemmen": nobody counted, nobody was against.</summary>
    public bool? Unanimous { get; init; }
}
