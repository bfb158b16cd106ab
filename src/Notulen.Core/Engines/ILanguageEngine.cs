using Microsoft.Extensions.AI;

namespace Notulen.Core.Engines;

/// <summary>
/// Where language models come from. The conversation itself goes through <see cref="IChatClient"/>; what that interface
/// has no place for (who answers, how long a text is in tokens, when memory may be freed) is here.
/// </summary>
/// <remarks>
/// A grammar (GBNF) goes along in <see cref="ChatOptions.AdditionalProperties"/> under <see cref="GrammarProperty"/>.
/// A cut-off answer is told by <see cref="ChatFinishReason.Length"/>.
/// </remarks>
public interface ILanguageEngine
{
    const string GrammarProperty = "grammar";

    /// <summary>Where an answer's properties say how many tokens of the prompt (a double) the engine still had from an earlier one.</summary>
    const string CachedTokensProperty = "cachedTokens";

    /// <summary>A client for a model of the catalogue; starts a local engine on the first call.</summary>
    IChatClient Client(string model);

    /// <summary>Makes sure that the engine runs and says what it is.</summary>
    Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken);

    /// <summary>Tokens that prompt and answer may use together.</summary>
    Task<int> ContextTokensAsync(string model, CancellationToken cancellationToken);

    /// <summary>Length of a text in tokens of the model.</summary>
    Task<int> CountTokensAsync(string model, string text, CancellationToken cancellationToken);

    /// <summary>The language part of the work is over for now: a local engine may free its memory.</summary>
    Task ReleaseAsync();
}
