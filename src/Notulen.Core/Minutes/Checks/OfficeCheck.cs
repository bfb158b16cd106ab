using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>What a statement says of the chair or the clerk must be said by or of a chair or a clerk.</summary>
internal static class OfficeCheck
{
    private static readonly HashSet<string>[] Offices =
    [
        ["voorzitter", "commissievoorzitter", "raadsvoorzitter", "chair", "chairman", "chairwoman", "chairperson"],
        ["griffier", "commissiegriffier", "raadsgriffier", "secretaris", "gemeentesecretaris", "clerk", "secretary"],
    ];

    /// <param name="statement">The words of the statement; only who it begins with is looked at.</param>
    /// <param name="evidence">Its evidence; when nobody knows who spoke, nothing can be told.</param>
    /// <param name="chair">Who chairs, as the segments name the speaker; null when unknown.</param>
    public static Finding? Check(IReadOnlyList<Token> statement, Evidence evidence, string? chair)
    {
        if (evidence.Speakers.Count == 0)
            return null;
        for (var i = 0; i < Math.Min(2, statement.Count); i++)
        {
            var office = Array.Find(Offices, words => words.Contains(statement[i].Norm));
            if (office is not null && !office.Any(word => evidence.Sounds.Contains(Sounds.Key(word))) && !(office == Offices[0] && chair is not null && evidence.Speakers.Contains(chair)))
                return new Finding("check.name", statement[i].Text);
        }
        return null;
    }
}
