namespace Notulen.App.Eval.Formats;

/// <summary>A known motion or amendment.</summary>
internal sealed record GoldMotion : GoldVote
{
    public string? Number { get; init; }
}
