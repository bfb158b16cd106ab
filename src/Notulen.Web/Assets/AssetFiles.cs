using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Notulen.Web.Assets;

/// <summary>Stylesheet, scripts and icon, from the assembly. Their addresses change with their content, so browsers may keep them.</summary>
public sealed class AssetFiles
{
    private const string Prefix = "asset:";

    private readonly FrozenDictionary<string, Asset> _files = typeof(AssetFiles).Assembly
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read);

    /// <summary>Address of a file.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name: a mistake in the program.</exception>
    public string UrlOf(string name) => $"/assets/{name}?v={_files[name].Version}";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{name}", (string name, AssetFiles files, HttpResponse response) =>
        {
            if (!files._files.TryGetValue(name, out var file))
                return Results.NotFound();
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(file.Content, file.MediaType);
        });

    private static Asset Read(string resource)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var mediaType = Path.GetExtension(resource) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"No media type for {other}."),
        };
        return new Asset(content, mediaType, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }

    private sealed record Asset(byte[] Content, string MediaType, string Version);
}
