namespace Notulen.Engines.Models;

/// <summary>What came of the question whether a file is offered at an address.</summary>
public enum SourceAnswer
{
    /// <summary>Nothing answers: the host is out of reach.</summary>
    Silent,

    /// <summary>Something answers, but it is not the file.</summary>
    Refused,

    /// <summary>The file can be had.</summary>
    Offered,
}
