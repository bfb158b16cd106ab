namespace Notulen.Core.Meetings;

/// <summary>How an agenda file is written.</summary>
public enum AgendaFileFormat
{
    Json,
    Yaml,
}
