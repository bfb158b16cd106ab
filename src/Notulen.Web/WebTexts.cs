using System.Globalization;
using Notulen.Core;

namespace Notulen.Web;

/// <summary>The texts of the pages in the language of the request.</summary>
internal static class WebTexts
{
    public static readonly ResourceTexts Texts = new("Notulen.Web.Texts", typeof(WebTexts).Assembly);

    /// <summary>The text with its placeholders filled in.</summary>
    public static string T(string key, params object?[] values) => Texts[CultureInfo.CurrentUICulture, key, values];
}
