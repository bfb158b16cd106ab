namespace Notulen.App.Eval.Formats;

/// <summary>An agenda item with how it ended.</summary>
internal sealed record GoldItem
{
    /// <summary>Of the item in which votes are repeated that were tied at the meeting before: the same numbers may come back there.</summary>
    public const string Tied = "GESTAAKT";

    public string? Number { get; init; }

    /// <summary>Numbers of the items that were debated together with this one.</summary>
    public IReadOnlyList<string>? DebatedWith { get; init; }

    public required GoldVote Decision { get; init; }

    public IReadOnlyList<GoldMotion>? Motions { get; init; }
}
