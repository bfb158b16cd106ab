namespace Notulen.App.CommandLine;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The input or the settings are wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>An engine failed for good.</summary>
    public const int EngineFailed = 3;

    /// <summary>Some files of a batch failed.</summary>
    public const int SomeFailed = 4;

    /// <summary>A figure of an evaluation is worse than in the result it was held against.</summary>
    public const int FiguresFell = 5;

    /// <summary>Ctrl-C or a request to stop.</summary>
    public const int Interrupted = 130;
}
