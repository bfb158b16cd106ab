using Microsoft.Extensions.DependencyInjection;
using Notulen.App.Eval.Runs;
using Notulen.Core.Engines;
using Notulen.Core.Pipelines;
using Notulen.Core.Storage;

namespace Notulen.App.Eval;

/// <summary>Everything that makes minutes, over a data folder of its own, with the tokens counted.</summary>
internal static class EvalServices
{
    /// <param name="folders">Where engines, models and settings are.</param>
    /// <param name="data">Empty folder for the database of this run.</param>
    public static ServiceProvider Build(NotulenFolders folders, string data) => Composition.Build(
        folders with { Data = data }, settings: Composition.Settings(folders), more: services =>
        {
            var engine = services.Last(service => service.ServiceType == typeof(ILanguageEngine));
            services.Remove(engine);
            services.AddSingleton(provider => new CountingLanguageEngine((ILanguageEngine)engine.ImplementationFactory!(provider)));
            services.AddSingleton<ILanguageEngine>(provider => provider.GetRequiredService<CountingLanguageEngine>());
            services.AddSingleton<MeetingRun>();
            services.AddSingleton(provider => new Judge(provider.GetRequiredService<IPipelines>().Find(MeetingRun.Council)));
        });
}
