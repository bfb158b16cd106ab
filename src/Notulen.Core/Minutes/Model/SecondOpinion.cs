using Notulen.Core.Minutes.Facts;
using Notulen.Core.Problems;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Model;

/// <summary>
/// Puts what the model wrote and the check let through to the model once more, each statement with nothing but its evidence.
/// A "no" takes trust away; a "yes" gives none, and a model that gives no answer changes nothing.
/// </summary>
internal static class SecondOpinion
{
    /// <summary>Version of the instructions.</summary>
    public const string Version = "opinion-v1";

    private const int AnswerTokens = 16;
    private const int TemplateTokens = 64;

    private static readonly string Grammar = GbnfGrammar.For<OpinionForm>();

    /// <param name="item">The item, for its segments and language.</param>
    /// <param name="model">The model.</param>
    /// <param name="points">Statements with the result of the check.</param>
    /// <param name="cancellationToken">Stops between statements.</param>
    public static async Task<(IReadOnlyList<Statement> Points, TokenUse Tokens)> AskAsync(
        ItemInput item, LanguageModel model, IReadOnlyList<Statement> points, CancellationToken cancellationToken)
    {
        var prompt = Prompt.For(Version, item.Language);
        var marker = Prompt.Marker();
        var segments = item.Segments.ToDictionary(segment => segment.Id);
        var (judged, tokens) = (new List<Statement>(), TokenUse.None);
        foreach (var point in points)
        {
            if (point is { Support: Support.Supported, Origin: Origin.Model })
            {
                var evidence = point.Evidence.Where(segments.ContainsKey).Select(id => segments[id]).ToList();
                var (doubted, used) = await DoubtsAsync(model, prompt, marker, point.Text, evidence, cancellationToken);
                tokens += used;
                judged.Add(doubted ? point with { Support = Support.Unsupported, Reason = MinutesTexts.Say(item.Language, "check.opinion") } : point);
            }
            else
            {
                judged.Add(point);
            }
        }
        return (judged, tokens);
    }

    private static async Task<(bool Doubts, TokenUse Tokens)> DoubtsAsync(
        LanguageModel model, Prompt prompt, string marker, string statement, List<Segment> evidence, CancellationToken cancellationToken)
    {
        try
        {
            var messages = prompt.Messages(statement, marker, evidence);
            var length = await model.CountTokens(string.Join('\n', messages.Select(message => message.Text)), cancellationToken);
            if (length + TemplateTokens + AnswerTokens > model.ContextTokens)
                return (false, TokenUse.None);
            var (form, tokens) = await FormQuestion.AskAsync<OpinionForm>(model, messages, Grammar, AnswerTokens, cancellationToken);
            return (form is { Supported: false }, tokens);
        }
        catch (NotulenException exception) when (exception.Problem.Kind == ProblemKind.Engine)
        {
            return (false, TokenUse.None);
        }
    }
}
