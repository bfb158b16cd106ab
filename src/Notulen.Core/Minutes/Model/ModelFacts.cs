using Microsoft.Extensions.AI;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Model;

/// <summary>
/// Lets a language model fill in the form for an item. Answers that are cut off or no valid form are asked again for smaller
/// parts; a part that stays hopeless is given up and counted.
/// </summary>
public static class ModelFacts
{
    private const int MostAnswerTokens = 900;
    private const int TemplateTokens = 64;
    private const int SmallestBudget = 64;
    private const int MostCallsPerPart = 2;

    // A summary is shorter than what it sums up: more is babble, and costs minutes on a machine without a GPU.
    private const int LeastAnswerTokens = 64;

    // Fewer words than these say nothing that needs summing up, and a point of fewer words says nothing at all.
    private const int LeastWords = 12;
    private const int LeastPointWords = 4;
    private const int LeastSegmentsToHalve = 6;

    private static readonly string Grammar = GbnfGrammar.For<ItemForm>();

    public static async Task<ModelResult> FindAsync(ItemInput item, LanguageModel model, CancellationToken cancellationToken)
    {
        if (item.Segments.Sum(segment => Words(segment.Text)) < LeastWords)
            return new ModelResult([], 0, 0, TokenUse.None);
        var prompt = Prompt.For(Prompt.Version, item.Language);
        var marker = Prompt.Marker();
        var answer = Math.Min(MostAnswerTokens, model.ContextTokens / 3);
        var instructions = await CountAsync(model, prompt.Messages(item.Title, marker, []), cancellationToken);
        var budget = Math.Max(SmallestBudget, model.ContextTokens - answer - instructions - TemplateTokens);
        var whole = string.Join('\n', item.Segments.Select((segment, index) => Prompt.Line(segment, index + 1)));
        var tokens = await model.CountTokens(whole, cancellationToken);

        var waiting = new LinkedList<IReadOnlyList<Segment>>(TranscriptParts.Cut(item.Segments, tokens, budget));
        var (points, calls, givenUp) = (new List<Statement>(), 0, 0);
        var spent = new TokenUse(await model.CountTokens(string.Join('\n', item.Segments.Select(segment => segment.Text)), cancellationToken), 0, 0);
        var mostCalls = waiting.Count * MostCallsPerPart + 2;
        while (waiting.First is { Value: var part })
        {
            cancellationToken.ThrowIfCancellationRequested();
            waiting.RemoveFirst();
            var messages = prompt.Messages(item.Title, marker, part);
            var fits = await CountAsync(model, messages, cancellationToken) + TemplateTokens + answer <= model.ContextTokens;
            var length = await model.CountTokens(string.Join('\n', part.Select(segment => segment.Text)), cancellationToken);
            ItemForm? form = null;
            if (fits && calls++ < mostCalls)
            {
                var (answered, used) = await FormQuestion.AskAsync<ItemForm>(model, messages, Grammar, Math.Min(answer, LeastAnswerTokens + length * 3 / 4), cancellationToken);
                spent += used;
                form = answered is not null && !answered.Points.Any(IsCutOff) ? answered : null;
            }
            if (form is not null)
            {
                points.AddRange(form.Points.Where(point => Words(point.Text) >= LeastPointWords).Select(point => Statement(point, part)));
                continue;
            }
            var halves = calls < mostCalls && (part.Count >= LeastSegmentsToHalve || !fits) ? TranscriptParts.Halve(part) : [];
            if (halves.Count < 2)
                givenUp++;
            foreach (var half in halves.Count < 2 ? [] : halves.Reverse())
                waiting.AddFirst(half);
        }
        return new ModelResult(WithoutRepetitions(points), calls, givenUp, spent);
    }

    /// <summary>The grammar stops a text at its greatest length, in the middle of a word if need be.</summary>
    private static bool IsCutOff(FormPoint point) => point.Text.Length >= FormPoint.LongestText && point.Text[^1] is not ('.' or '?' or '!' or '”');

    private static Statement Statement(FormPoint point, IReadOnlyList<Segment> part) => new()
    {
        Text = point.Text.Trim(),
        Evidence = [.. point.Evidence.Select(number => number >= 1 && number <= part.Count ? part[number - 1].Id : -1).Distinct().Order()],
        Origin = Origin.Model,
    };

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Neighbouring parts and forgetful models say the same thing twice.</summary>
    private static List<Statement> WithoutRepetitions(List<Statement> points) =>
        [.. points.DistinctBy(point => string.Join(' ', Tokens.Of(point.Text).Select(token => token.Norm)))];

    private static Task<int> CountAsync(LanguageModel model, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) =>
        model.CountTokens(string.Join('\n', messages.Select(message => message.Text)), cancellationToken);
}
