namespace Notulen.Core.Minutes.Checks;

/// <summary>Why a statement is not borne out: a key in the texts of the minutes, and what it is about.</summary>
internal sealed record Finding(string Key, string? About = null)
{
    public string Say(string language) => MinutesTexts.Say(language, Key, About);
}
