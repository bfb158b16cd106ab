namespace Notulen.Documents;

/// <summary>Writes one kind of file from the result of a meeting, in the language of the minutes.</summary>
public interface IResultWriter
{
    /// <summary>What comes after the base name, with its dots (".minutes.docx").</summary>
    string Extension { get; }

    /// <summary>For the Content-Type of a download.</summary>
    string MediaType { get; }

    /// <summary>Writes the whole file. The stream need not be seekable and stays open.</summary>
    Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken);
}
