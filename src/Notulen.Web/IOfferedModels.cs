namespace Notulen.Web;

/// <summary>The models that the upload form lets somebody choose from: those that are on this machine.</summary>
public interface IOfferedModels
{
    IReadOnlyList<string> Speech { get; }
    IReadOnlyList<string> Language { get; }
}
