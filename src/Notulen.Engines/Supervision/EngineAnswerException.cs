namespace Notulen.Engines.Supervision;

/// <summary>An engine's answer is not what it should be. Says what is wrong with its shape, never what was in it.</summary>
internal sealed class EngineAnswerException(string message) : Exception(message);
