using System.Net;
using System.Net.Sockets;
using Notulen.Core.Problems;

namespace Notulen.Engines.Supervision;

/// <summary>Addresses that do not leave the organisation: loopback, private, link-local and carrier-internal ranges.</summary>
internal static class PrivateAddresses
{
    private static readonly IPNetwork[] Ranges =
    [
        .. new[] { "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7", "fe80::/10" }
            .Select(range => IPNetwork.Parse(range)),
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return Ranges.Any(range => range.Contains(address));
    }

    /// <summary>
    /// Connects only to private addresses. The check is made on the address that is really used, so that a name that
    /// later points elsewhere does not get around it.
    /// </summary>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowPublic, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        var allowed = addresses.Where(address => allowPublic || Contains(address)).ToArray();
        if (allowed.Length == 0)
            throw NotulenException.Input("engine.public", host.Host, $"{EngineOptions.Section}:AllowPublicHosts");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
