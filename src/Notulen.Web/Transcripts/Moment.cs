using Notulen.Documents.Captions;

namespace Notulen.Web.Transcripts;

/// <summary>A second of the recording as it is printed and as a place on the transcript's page.</summary>
internal static class Moment
{
    /// <summary>"00:12:31".</summary>
    public static string Show(double seconds) => CaptionTime.Seconds(seconds);

    /// <summary>"t00-12-31", from a printed time with or without brackets.</summary>
    public static string IdOf(string printed) => "t" + printed.Trim('[', ']').Replace(':', '-');
}
