using System.Globalization;
using System.Resources;

namespace Notulen.Core.Problems;

/// <summary>Whose turn it is when something went wrong; decides the exit code and whether trying again helps.</summary>
public enum ProblemKind
{
    /// <summary>The input or the settings are wrong: somebody has to change something (exit code 2).</summary>
    Input = 2,

    /// <summary>An engine, the disk or the network failed: trying again may help (exit code 3).</summary>
    Engine = 3,
}

/// <summary>
/// Something that went wrong, kept as a code with its details so that each reader gets one clear sentence in their own
/// language. The sentences are in <c>Problems.resx</c> (Dutch) and <c>Problems.en.resx</c>.
/// </summary>
/// <param name="Kind">Whose turn it is.</param>
/// <param name="Code">Key in the resources, for example "audio.unreadable".</param>
/// <param name="Details">Values for the placeholders {0}, {1}… of the sentence: file names, numbers, settings; never spoken words.</param>
public sealed record Problem(ProblemKind Kind, string Code, IReadOnlyList<string> Details)
{
    private static readonly ResourceManager Sentences = new("Notulen.Core.Problems.Problems", typeof(Problem).Assembly);

    /// <summary>One sentence that says what is wrong and what to do.</summary>
    public string Say(CultureInfo culture)
    {
        var sentence = Sentences.GetString(Code, culture) ?? Code + " {0} {1} {2}";
        return string.Format(culture, sentence, [.. Details, "", "", "", ""]).TrimEnd();
    }
}

/// <summary>A problem on its way to the person who can do something about it.</summary>
public sealed class NotulenException(Problem problem, Exception? inner = null)
    : Exception(problem.Say(CultureInfo.InvariantCulture), inner)
{
    public Problem Problem { get; } = problem;

    /// <summary>The input or a setting is wrong.</summary>
    public static NotulenException Input(string code, params string[] details) =>
        new(new Problem(ProblemKind.Input, code, details));

    /// <summary>An engine or the machine failed.</summary>
    public static NotulenException Engine(string code, params string[] details) =>
        new(new Problem(ProblemKind.Engine, code, details));

    /// <summary>An engine or the machine failed, with the cause for the log.</summary>
    public static NotulenException Engine(Exception cause, string code, params string[] details) =>
        new(new Problem(ProblemKind.Engine, code, details), cause);
}
