namespace Notulen.App.Eval.Formats;

/// <summary>What stands above the minutes.</summary>
internal sealed record Heading
{
    /// <summary>"2025-01-23".</summary>
    public string? Date { get; init; }

    /// <summary>"13:30".</summary>
    public string? Start { get; init; }

    /// <summary>"23:57".</summary>
    public string? End { get; init; }

    public int? PresentCount { get; init; }
}
