namespace Notulen.Documents.Pdf;

/// <summary>Something that takes up height on a page: a paragraph or the row of a table.</summary>
internal abstract class PdfPiece
{
    /// <summary>Room above it, in points; of the room below the piece before it and this, the larger counts.</summary>
    public double Before { get; init; }

    public double After { get; init; }

    /// <summary>It never stands at the bottom of a page without what follows it.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>In points, without the room around it.</summary>
    public abstract double Height { get; }

    /// <summary>What must fit on a page for the piece to begin there.</summary>
    public abstract double LeastHeight { get; }

    /// <summary>What stands above it when it begins a page.</summary>
    public virtual void BeginPage(PdfFlow flow)
    {
    }

    /// <summary>Draws it at the place that the flow is at, going on to other pages where it must.</summary>
    public abstract void Draw(PdfFlow flow);
}
