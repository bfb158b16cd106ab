using System.Text.Json;
using Notulen.Core;
using Notulen.Core.Problems;

namespace Notulen.Engines.Models;

/// <summary>The models that Notulen knows, and the only hosts that it fetches them from.</summary>
/// <param name="Hosts">Host names; "*." in front stands for any host below it. Redirects must stay within them as well.</param>
/// <param name="Models">All entries; names are unique.</param>
public sealed record ModelCatalogue(IReadOnlyList<string> Hosts, IReadOnlyList<ModelEntry> Models)
{
    /// <summary>The voice activity model that is used.</summary>
    public const string VoiceActivity = "silero-v6";

    /// <summary>The Dutch dialogue that is shown in the demonstration.</summary>
    public const string DutchDialogue = "dialoog-nl";

    /// <summary>The catalogue of this version of Notulen.</summary>
    public static ModelCatalogue Embedded { get; } = Read();

    /// <summary>The entry of that name.</summary>
    /// <exception cref="NotulenException">"model.unknown": there is none; the sentence names those that exist.</exception>
    public ModelEntry Find(string name, ModelKind? kind = null)
    {
        var candidates = Models.Where(model => kind is null ? model.Kind != ModelKind.Sample : model.Kind == kind).ToList();
        return candidates.Find(model => string.Equals(model.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw NotulenException.Input("model.unknown", name, string.Join(", ", candidates.Select(model => model.Name)));
    }

    /// <summary>Whether an address may be spoken to: over TLS (or on this machine itself) and on a host of the list.</summary>
    public bool Allows(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && Hosts.Any(host => host.StartsWith("*.", StringComparison.Ordinal)
            ? address.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(address.Host, host, StringComparison.OrdinalIgnoreCase));

    private static ModelCatalogue Read()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("Notulen.Engines.Models.catalogue.json")!;
        return JsonSerializer.Deserialize<ModelCatalogue>(stream, NotulenJson.Compact)!;
    }
}
