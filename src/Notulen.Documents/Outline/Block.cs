namespace Notulen.Documents.Outline;

/// <summary>A piece of a document, whatever it is written in. Texts are clean (see <see cref="PlainText"/>) but not escaped.</summary>
internal abstract record Block;

internal sealed record TitleBlock(string Title, string? Subtitle) : Block;

/// <summary>Something that nobody may miss: the AI label, the warning of a demonstration model.</summary>
internal sealed record NoticeBlock(string Text) : Block;

/// <summary>A named value under the title ("Datum: woensdag 14 oktober 2026").</summary>
internal sealed record FactBlock(string Name, string Value) : Block;

/// <param name="Level">1 for a part of the document, 2 for an agenda item.</param>
/// <param name="Text">With its number.</param>
/// <param name="Time">Where in the recording it begins, as printed; null when unknown.</param>
internal sealed record HeadingBlock(int Level, string Text, string? Time) : Block;

internal sealed record TextBlock(string Text) : Block;

/// <param name="Lead">Printed strongly before the text ("Actie"); null for an ordinary point.</param>
/// <param name="Text">The statement.</param>
/// <param name="Time">Where it was said, as printed.</param>
internal sealed record PointBlock(string? Lead, string Text, string? Time) : Block;

/// <summary>A decision or the outcome of a motion, set apart from the debate.</summary>
/// <param name="Lead">What it is and how it ended ("Besluit: aangenomen").</param>
/// <param name="Text">The decision.</param>
/// <param name="Details">Votes and parties; empty when nothing was said of them.</param>
/// <param name="Time">Where it was said, as printed.</param>
internal sealed record DecisionBlock(string Lead, string Text, IReadOnlyList<string> Details, string? Time) : Block;

/// <param name="Name">What it shows, for people who cannot see it.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Widths">Share of each column in percent; together 100.</param>
/// <param name="Rows">As many cells as the header.</param>
internal sealed record TableBlock(
    string Name, IReadOnlyList<string> Header, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;
