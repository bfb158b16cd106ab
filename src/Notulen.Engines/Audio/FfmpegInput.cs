namespace Notulen.Engines.Audio;

/// <summary>How ffmpeg and ffprobe are told to open a file that somebody else made.</summary>
internal static class FfmpegInput
{
    /// <summary>
    /// Containers that hold sound themselves. Playlists and scripts (HLS, DASH, concat, SDP, image sequences) are not
    /// among them: they would make ffmpeg open other files or addresses.
    /// </summary>
    private const string Containers =
        "aac,ac3,eac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,dss,dts,flac,flv,gsm,loas,matroska,webm,mov,mp3,mpc,mpc8,mpeg,mpegts,"
        + "mxf,nut,oga,ogg,opus,qcp,rm,sox,tak,tta,voc,w64,wav,wsd,wtv,wv,xwma";

    /// <summary>
    /// Arguments up to and including the file. The full path behind "file:" is taken as it is, so a name may hold
    /// anything, a leading dash or a newline included; only the file protocol may be used.
    /// </summary>
    public static string[] Arguments(string path) =>
        ["-protocol_whitelist", "file", "-format_whitelist", Containers, "-i", "file:" + Path.GetFullPath(path)];
}
