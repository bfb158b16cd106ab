namespace Notulen.App.Eval.Formats;

/// <summary>One speaker's words until the next one speaks.</summary>
internal sealed record SpokenTurn
{
    /// <summary>A name, a label, or null when unknown.</summary>
    public string? Speaker { get; init; }

    public string? Party { get; init; }

    /// <summary>voorzitter, raadslid, wethouder, burgemeester, inspreker, overig.</summary>
    public string? Role { get; init; }

    public required string Text { get; init; }
}
