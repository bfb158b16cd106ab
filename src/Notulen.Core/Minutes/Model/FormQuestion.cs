using System.Text.Json;
using Microsoft.Extensions.AI;
using Notulen.Core.Engines;

namespace Notulen.Core.Minutes.Model;

/// <summary>Asks a model to fill in a form and reads the answer, or finds that it is of no use.</summary>
internal static class FormQuestion
{
    private const int LongestAnswer = 20_000;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { MaxDepth = 8, RespectNullableAnnotations = true };

    /// <returns>The form, null when the answer was cut off or is no valid form; and what it cost.</returns>
    public static async Task<(T? Form, TokenUse Tokens)> AskAsync<T>(
        LanguageModel model, IReadOnlyList<ChatMessage> messages, string grammar, int answer, CancellationToken cancellationToken)
        where T : class
    {
        var options = new ChatOptions
        {
            Temperature = 0,
            MaxOutputTokens = answer,
            AdditionalProperties = new() { [ILanguageEngine.GrammarProperty] = grammar },
        };
        var response = await model.Client.GetResponseAsync(messages, options, cancellationToken);
        var tokens = Tokens(response);
        var text = response.Text;
        if (response.FinishReason == ChatFinishReason.Length || text.Length > LongestAnswer)
            return (null, tokens);
        try
        {
            return (JsonSerializer.Deserialize<T>(text, Strict), tokens);
        }
        catch (JsonException)
        {
            return (null, tokens);
        }
    }

    private static TokenUse Tokens(ChatResponse response)
    {
        var kept = response.AdditionalProperties?.TryGetValue(ILanguageEngine.CachedTokensProperty, out double cached) == true ? (long)cached : 0;
        return new TokenUse(0, Math.Max(0, (response.Usage?.InputTokenCount ?? 0) - kept), response.Usage?.OutputTokenCount ?? 0);
    }
}
