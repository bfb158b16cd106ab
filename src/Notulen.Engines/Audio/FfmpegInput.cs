namespace Notulen.Engines.Audio;

/// <summary>How a file of unknown origin is handed to ffmpeg and ffprobe.</summary>
internal static class FfmpegInput
{
    // Containers that hold sound by themselves. Playlists, concatenations and session descriptions name other files,
    // which ffmpeg would open and we would transcribe; texts are "played" as subtitles or as drawings made of letters.
    private const string Containers =
        "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,dsf,dss,dts,dv,eac3,flac,flv,gsm,gxf,iff,ilbc,ircam,loas,matroska,mov,mp3,mpc,"
        + "mpc8,mpeg,mpegts,mxf,nistsphere,nut,ogg,oma,qcp,rm,sbc,tak,truehd,tta,voc,w64,wav,wtv,wv,xwma";

    /// <summary>Options before the input: nothing but files of those kinds is opened, and only errors are printed.</summary>
    public static IReadOnlyList<string> Limits { get; } = ["-v", "error", "-protocol_whitelist", "file,pipe", "-format_whitelist", Containers];

    /// <summary>The input itself. With its protocol a name cannot be taken for an option, another protocol or a pattern.</summary>
    public static string Of(string path) => "file:" + Path.GetFullPath(path);
}
