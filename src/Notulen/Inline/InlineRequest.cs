using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Notulen.Documents;

namespace Notulen.App.Inline;

/// <summary>One recording or transcript to make minutes of, here and now. Paths are full paths.</summary>
internal sealed record InlineRequest
{
    public string? Recording { get; init; }
    public string? Transcript { get; init; }
    public string? AgendaFile { get; init; }

    /// <summary>Folder for the results.</summary>
    public required string Output { get; init; }

    /// <summary>True forgets what was done before on the same file.</summary>
    public bool Fresh { get; init; }

    /// <summary>Without file name and agenda, which come from the files.</summary>
    public required MeetingRequest Settings { get; init; }

    public string Source => Recording ?? Transcript!;

    /// <summary>What the names of the results begin with: the name of the source, which for a transcript may be a result of ours.</summary>
    public string Name
    {
        get
        {
            const string Ours = ".transcript";
            var name = Path.GetFileNameWithoutExtension(Source);
            return Transcript is not null && name.Length > Ours.Length && name.EndsWith(Ours, StringComparison.OrdinalIgnoreCase) ? name[..^Ours.Length] : name;
        }
    }

    /// <summary>Looks before any work whether everything can be read, and the results written.</summary>
    /// <exception cref="NotulenException">A file does not exist or cannot be opened, or there is no place for the results.</exception>
    public void CheckFiles()
    {
        foreach (var file in new[] { Recording, Transcript, AgendaFile }.OfType<string>())
        {
            if (!File.Exists(file))
                throw NotulenException.Input(Directory.Exists(file) ? "file.isFolder" : "file.missing", file);
            try
            {
                using var _ = File.OpenRead(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw NotulenException.Input("file.unreadable", file);
            }
        }
        OutputFolder.Check(Output);
    }
}
