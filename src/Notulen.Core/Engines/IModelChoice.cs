namespace Notulen.Core.Engines;

/// <summary>Which models are meant when nobody names one.</summary>
public interface IModelChoice
{
    /// <summary>Name of a usable speech model for a language; the named one if it exists.</summary>
    /// <param name="requested">Name from the command line, the form or the pipeline; null for the best there is.</param>
    /// <param name="language">"nl", "en" or "auto".</param>
    /// <exception cref="Problems.NotulenException">No such model, or none is on this machine.</exception>
    string Speech(string? requested, string language);

    /// <summary>Name of a usable language model, or null when none is wanted ("none") or none is there.</summary>
    /// <exception cref="Problems.NotulenException">The named model does not exist or is not on this machine.</exception>
    string? Language(string? requested, string language);
}
