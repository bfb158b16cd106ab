namespace Notulen.Documents.Pdf;

/// <summary>An entry of the list of contents beside the pages.</summary>
/// <param name="Level">1 for a part of the document, 2 for what is below it.</param>
/// <param name="Title">As in the heading.</param>
/// <param name="Page">The page object that it leads to.</param>
/// <param name="Top">In points from the upper edge of the page.</param>
internal sealed record PdfBookmark(int Level, string Title, int Page, double Top)
{
    /// <returns>The object that the catalogue refers to.</returns>
    public static int Write(PdfFile file, IReadOnlyList<PdfBookmark> bookmarks)
    {
        var root = file.Reserve();
        var ids = bookmarks.Select(_ => file.Reserve()).ToList();
        var parents = new int[bookmarks.Count];
        for (var i = 0; i < bookmarks.Count; i++)
        {
            var above = bookmarks[i].Level == 1 ? -1 : Enumerable.Range(0, i).LastOrDefault(other => bookmarks[other].Level == 1, -1);
            parents[i] = above < 0 ? root : ids[above];
        }

        for (var i = 0; i < bookmarks.Count; i++)
        {
            var place = PdfSyntax.Number(PdfPage.Height - bookmarks[i].Top);
            var others = Enumerable.Range(0, ids.Count).Where(other => parents[other] == parents[i]).ToList();
            var at = others.IndexOf(i);
            var before = at > 0 ? $"/Prev {ids[others[at - 1]]} 0 R" : "";
            var next = at + 1 < others.Count ? $"/Next {ids[others[at + 1]]} 0 R" : "";
            file.Write(ids[i], $"<</Title{PdfSyntax.Text(bookmarks[i].Title)}/Parent {parents[i]} 0 R{before}{next}{Below(ids[i])}/Dest[{bookmarks[i].Page} 0 R/XYZ 0 {place} null]>>");
        }

        file.Write(root, $"<</Type/Outlines{Below(root)}>>");
        return root;

        string Below(int id)
        {
            var below = Enumerable.Range(0, ids.Count).Where(i => parents[i] == id).Select(i => ids[i]).ToList();
            return below.Count == 0 ? "" : $"/First {below[0]} 0 R/Last {below[^1]} 0 R/Count {(id == root ? ids.Count : below.Count)}";
        }
    }
}
