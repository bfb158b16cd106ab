namespace Notulen.Core.Minutes.Words;

/// <summary>How alike two words are.</summary>
public static class Likeness
{
    /// <summary>1 for equal, 0 for nothing in common: 1 minus the edit distance (Levenshtein) over the longer length.</summary>
    public static double Of(string a, string b)
    {
        if (a == b)
            return 1;
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0 || longest > 64 || Math.Min(a.Length, b.Length) * 2 < longest)
            return 0;
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return 1 - (double)row[b.Length] / longest;
    }
}
