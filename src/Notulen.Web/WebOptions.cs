using System.ComponentModel.DataAnnotations;

namespace Notulen.Web;

/// <summary>Settings of the pages; section "Web".</summary>
public sealed class WebOptions
{
    /// <summary>Address to listen on. Only this machine's own (127.0.0.1 or ::1) while there is no sign-in. The default is 127.0.0.1.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port to listen on; 0 takes a free one. The default is 5080.</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 5080;

    /// <summary>Free space of the data folder, in megabytes, under which the readiness check fails. The default is 512.</summary>
    [Range(0, 1_000_000)]
    public int LeastFreeMegabytes { get; set; } = 512;
}
