using Notulen.Core.Problems;

namespace Notulen.Core.Pipelines;

/// <summary>Something wrong in a pipeline file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1; 0 when it concerns the whole file.</param>
/// <param name="Problem">One sentence that names file and line and says what is allowed.</param>
public sealed record PipelineFault(string File, int Line, Problem Problem);
