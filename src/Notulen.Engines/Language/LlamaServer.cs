using System.Security.Cryptography;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Language;

/// <summary>How llama.cpp's <c>llama-server</c> is started.</summary>
internal static class LlamaServer
{
    public const string Name = "llama-server";

    public static EngineLaunch Launch(string program, ModelFile model, EngineOptions options)
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new EngineLaunch(
            Name,
            model,
            program,
            (port, path) =>
            [
                "-m", model.Path,
                "--host", "127.0.0.1",
                "--port", port.ToString(),
                "--api-prefix", path,
                "-t", options.EffectiveThreads.ToString(),
                "-c", Math.Min(options.Language.ContextTokens, GgufHeader.ContextTokens(model.Path) ?? options.Language.ContextTokens).ToString(),
                "-np", "1",
            ],
            // As variables, because a version that does not know one ignores it where it would refuse an argument; and
            // because everybody on the machine can read arguments.
            new Dictionary<string, string>
            {
                ["LLAMA_API_KEY"] = key,
                ["LLAMA_ARG_OFFLINE"] = "1",
                ["LLAMA_ARG_UI"] = "0",
                ["LLAMA_ARG_WEBUI"] = "0",
                // Old prompts would be kept in up to 8 GB of memory; the common beginning is in the slot anyway.
                ["LLAMA_ARG_CACHE_RAM"] = "0",
                // Minutes come from a form with a grammar; thinking aloud would only use up the tokens for it.
                ["LLAMA_ARG_REASONING"] = "off",
                ["LLAMA_ARG_THINK_BUDGET"] = "0",
            },
            key);
    }
}
