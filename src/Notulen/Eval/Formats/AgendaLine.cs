namespace Notulen.App.Eval.Formats;

/// <summary>One item of the agenda as printed.</summary>
internal sealed record AgendaLine
{
    public string? Number { get; init; }

    public required string Title { get; init; }
}
