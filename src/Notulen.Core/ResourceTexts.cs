using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Notulen.Core;

/// <summary>Texts for people from a project's <c>Texts.resx</c> (Dutch) and <c>Texts.en.resx</c>.</summary>
/// <param name="baseName">Name of the resource without culture and extension.</param>
/// <param name="assembly">The assembly that holds it.</param>
public sealed class ResourceTexts(string baseName, Assembly assembly)
{
    private readonly ResourceManager _resources = new(baseName, assembly);

    /// <summary>The text, with its placeholders filled in.</summary>
    /// <exception cref="MissingManifestResourceException">The key does not exist: a mistake in the program.</exception>
    public string this[CultureInfo culture, string key, params object?[] values]
    {
        get
        {
            var text = _resources.GetString(key, culture)
                ?? throw new MissingManifestResourceException($"No text '{key}' in {baseName}.");
            return values.Length == 0 ? text : string.Format(culture, text, values);
        }
    }
}
