namespace Notulen.App.Eval.Formats;

/// <summary>What is known of a council meeting (<c>gold.json</c>).</summary>
internal sealed record GoldMeeting
{
    public Heading? Meeting { get; init; }

    public required IReadOnlyList<GoldItem> Items { get; init; }

    /// <summary>Turns at which an item begins.</summary>
    public required IReadOnlyList<int> ItemBoundaries { get; init; }

    /// <summary>First and last turn of each stretch in which is only voted.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? VoteBlocks { get; init; }

    /// <summary>The item that each turn belongs to: null where nobody knows, "STEMMINGEN" where is voted.</summary>
    public required IReadOnlyList<string?> TurnItem { get; init; }
}
