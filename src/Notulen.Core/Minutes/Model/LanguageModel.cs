using Microsoft.Extensions.AI;

namespace Notulen.Core.Minutes.Model;

/// <summary>A language model as the minutes need it.</summary>
/// <param name="Client">Answers; deadlines are its own.</param>
/// <param name="CountTokens">Length of a text in tokens of the model.</param>
/// <param name="ContextTokens">Tokens that prompt and answer may use together.</param>
public sealed record LanguageModel(IChatClient Client, Func<string, CancellationToken, Task<int>> CountTokens, int ContextTokens);
