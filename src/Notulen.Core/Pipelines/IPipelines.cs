namespace Notulen.Core.Pipelines;

/// <summary>The pipeline definitions of this installation, read and validated at start.</summary>
public interface IPipelines
{
    IReadOnlyList<PipelineDefinition> All { get; }

    /// <summary>The definition of that name.</summary>
    /// <exception cref="Problems.NotulenException">There is none; the sentence names those that exist.</exception>
    PipelineDefinition Find(string name);
}
