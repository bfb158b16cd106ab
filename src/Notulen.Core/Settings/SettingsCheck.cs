using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Notulen.Core.Problems;

namespace Notulen.Core.Settings;

/// <summary>Looks at the settings of a section before they are bound, by the types and ranges of the class that they are for.</summary>
internal static class SettingsCheck
{
    /// <summary>One sentence for each value that is not allowed. Texts of settings are never repeated: they may be secret.</summary>
    public static IEnumerable<string> Faults(Type type, IConfigurationSection section) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .SelectMany(property => Faults(property, section.GetSection(property.Name)))
            .Select(problem => problem.Say(CultureInfo.CurrentUICulture));

    private static IEnumerable<Problem> Faults(PropertyInfo property, IConfigurationSection setting)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (setting.Value is { } value)
            return Fault(property, type, setting.Path, value) is { } fault ? [fault] : [];
        return !type.IsClass || type.Namespace!.StartsWith("System", StringComparison.Ordinal)
            ? []
            : type.GetProperties().Where(inner => inner.CanWrite).SelectMany(inner => Faults(inner, setting.GetSection(inner.Name)));
    }

    private static Problem? Fault(PropertyInfo property, Type type, string path, string value)
    {
        if (type == typeof(string))
            return value.Length == 0 && property.IsDefined(typeof(RequiredAttribute)) ? Of("settings.empty", path) : null;
        object? converted;
        try
        {
            converted = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            return Of(KindOf(type), path, value, type.IsEnum ? string.Join(", ", Enum.GetNames(type)) : "");
        }
        return property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(converted)
            ? Of("settings.range", path, value, Text(range.Minimum), Text(range.Maximum))
            : null;
    }

    private static string KindOf(Type type) =>
        type == typeof(bool) ? "settings.truth"
        : type == typeof(int) || type == typeof(long) ? "settings.whole"
        : type == typeof(double) ? "settings.number"
        : type == typeof(TimeSpan) ? "settings.duration"
        : type.IsEnum ? "settings.choice"
        : "settings.unreadable";

    private static Problem Of(string code, params string[] details) => new(ProblemKind.Input, code, details);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
