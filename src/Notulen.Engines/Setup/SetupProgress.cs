namespace Notulen.Engines.Setup;

/// <summary>How far a part of set-up is.</summary>
/// <param name="Part">Which part.</param>
/// <param name="State">Its state.</param>
/// <param name="Fraction">0 to 1.</param>
/// <param name="Elapsed">Time that it took so far.</param>
public sealed record SetupProgress(SetupPart Part, SetupState State, double Fraction, TimeSpan Elapsed);

/// <param name="TextKey">Key in the texts of what it is called.</param>
/// <param name="Argument">Name of the model or engine.</param>
public sealed record SetupPart(string TextKey, string Argument);

public enum SetupState
{
    /// <summary>Being fetched.</summary>
    Fetching,

    /// <summary>Fetched, and waiting for its turn to be compiled.</summary>
    Waiting,

    /// <summary>Being compiled.</summary>
    Building,

    /// <summary>Done just now.</summary>
    Done,

    /// <summary>There was nothing to do.</summary>
    AlreadyDone,

    /// <summary>Went wrong; the others go on.</summary>
    Failed,
}
