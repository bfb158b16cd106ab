using Microsoft.Extensions.DependencyInjection;
using Notulen.Core.Engines;
using Notulen.Engines.Models;

namespace Notulen.Engines.Setup;

/// <summary>Registers what tells where engines and models are.</summary>
public static class EngineFilesServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="tools">For the home folder in use.</param>
    /// <param name="running">A set-up on its way in this process, whose parts are waited for.</param>
    public static IServiceCollection AddEngineFiles(this IServiceCollection services, SetupTools tools, SetupRun? running = null) => services
        .AddSingleton(tools)
        .AddSingleton(tools.Models)
        .AddSingleton<IEngineFiles>(new EngineFiles(tools.Models, tools.Engines, running))
        .AddSingleton<IModelChoice>(new ModelChoice(tools.Models, Machine.Current, running));
}
