using Notulen.Core.Storage;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;
using Notulen.Web;

namespace Notulen.App.Serve;

/// <summary>The models of the catalogue whose files are on this machine, looked up each time: one may have been fetched since.</summary>
internal sealed class OfferedModels(NotulenFolders folders, TimeProvider clock) : IOfferedModels
{
    private readonly SetupTools _tools = new(folders, clock);

    public IReadOnlyList<string> Speech => Here(ModelKind.Speech);

    public IReadOnlyList<string> Language => Here(ModelKind.Language);

    private List<string> Here(ModelKind kind) =>
        [.. _tools.Models.Catalogue.Models.Where(entry => entry.Kind == kind && _tools.Models.Find(entry) is not null).Select(entry => entry.Name)];
}
