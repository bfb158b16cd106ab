using System.Globalization;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>How PDF spells values (ISO 32000-1, 7.3 and 7.9).</summary>
internal static class PdfSyntax
{
    /// <summary>Text for people, in UTF-16 so that every character can be in it.</summary>
    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    /// <summary>Hundredths of a point are finer than any printer.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset moment) => moment.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public static string References(IEnumerable<int> objects) => "[" + string.Join(' ', objects.Select(Reference)) + "]";

    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");
}
