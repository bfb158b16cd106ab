using System.Globalization;

namespace Notulen.Benchmarks;

/// <param name="Rounds">How often both sides run, one after the other.</param>
/// <param name="Model">Speech model of the catalogue.</param>
/// <param name="Repeat">How often the sample of four minutes is repeated: what starting costs weighs less in a longer recording.</param>
/// <param name="Hours">Length of the long recording.</param>
/// <param name="LanguageModel">Language model of the catalogue; null measures without one only.</param>
/// <param name="Program">The <c>notulen</c> that is measured, and what goes before its arguments: as the entry script built it, or the one beside this program.</param>
internal sealed record BenchOptions(int Rounds, string Model, int Repeat, double Hours, string? LanguageModel, IReadOnlyList<string> Program)
{
    public static BenchOptions Read(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        return new BenchOptions(
            int.Parse(Value("--rounds") ?? "3", CultureInfo.InvariantCulture),
            Value("--model") ?? "tiny",
            int.Parse(Value("--repeat") ?? "4", CultureInfo.InvariantCulture),
            double.Parse(Value("--hours") ?? "8", CultureInfo.InvariantCulture),
            Value("--language-model"),
            Value("--program") is { } program ? [program] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "notulen.dll")]);
    }
}
