using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Engines;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Engines;

/// <summary>The engines and models of this machine's home folder, for tests that need the real thing.</summary>
internal static class RealEngines
{
    private static readonly Lazy<EngineFiles> Here = new(() =>
    {
        var tools = new SetupTools(NotulenFolders.FromEnvironment(), TimeProvider.System);
        return new EngineFiles(tools.Models, tools.Engines);
    });

    /// <summary>Skips the test, with the reason, where one of the things that it needs is not there.</summary>
    public static async Task<IEngineFiles> RequireAsync(params Func<IEngineFiles, Func<CancellationToken, Task>>[] needs)
    {
        try
        {
            foreach (var need in needs)
                await need(Here.Value)(TestContext.Current.CancellationToken);
        }
        catch (NotulenException exception) when (exception.Problem.Code is "model.missing" or "engine.missing")
        {
            Assert.Skip(exception.Message);
        }
        return Here.Value;
    }
}
