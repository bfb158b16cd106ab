using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Notulen.Core.Minutes.Model;

/// <summary>
/// Makes a llama.cpp grammar (GBNF) from a type, so that a model can only write JSON of that shape: properties in their order,
/// no blanks, lengths by <see cref="MaxLengthAttribute"/>. Knows strings, whole numbers, yes or no, lists and records of these.
/// </summary>
internal static class GbnfGrammar
{
    private const int DefaultLength = 200;
    private const int DefaultItems = 10;

    public static string For<T>()
    {
        var rules = new Dictionary<string, string>();
        var root = RuleFor(typeof(T), null, rules);
        var grammar = new StringBuilder($"root ::= {root}\n");
        foreach (var (name, rule) in rules)
            grammar.Append(CultureInfo.InvariantCulture, $"{name} ::= {rule}\n");
        grammar.Append("""char ::= [^"\\\x00-\x1F\x7F] | "\\" ["\\/bnt]""").Append('\n');
        return grammar.ToString();
    }

    private static string RuleFor(Type type, MaxLengthAttribute? limit, Dictionary<string, string> rules)
    {
        if (type == typeof(int))
            return "[0-9]{1,5}";
        if (type == typeof(bool))
            return """("true" | "false")""";
        if (type == typeof(string))
            return $$"""
                "\"" char{1,{{limit?.Length ?? DefaultLength}}} "\""
                """.Trim();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = RuleFor(type.GetGenericArguments()[0], null, rules);
            return $$"""
                "[" ({{item}} ("," {{item}}){0,{{(limit?.Length ?? DefaultItems) - 1}}})? "]"
                """.Trim();
        }
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
        if (!rules.ContainsKey(name))
        {
            rules[name] = "";
            var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken)
                .Select(property => $"\"\\\"{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}\\\":\" {RuleFor(property.PropertyType, property.GetCustomAttribute<MaxLengthAttribute>(), rules)}");
            rules[name] = $"\"{{\" {string.Join(" \",\" ", members)} \"}}\"";
        }
        return name;
    }
}
