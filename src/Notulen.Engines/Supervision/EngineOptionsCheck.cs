using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Notulen.Core.Problems;

namespace Notulen.Engines.Supervision;

/// <summary>Refuses addresses of remote engines that are not on the allow-list, before anything is sent to them.</summary>
internal sealed class EngineOptionsCheck : IValidateOptions<EngineOptions>
{
    public ValidateOptionsResult Validate(string? name, EngineOptions options)
    {
        var problems = new List<string>();
        Check("Speech", options.Speech);
        Check("Language", options.Language);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(string part, RemoteEngineOptions remote)
        {
            var setting = $"{EngineOptions.Section}:{part}";
            if (remote.Url is not { } url)
                return;
            if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0 || url.Query.Length > 0)
                Say("engine.url", $"{setting}:Url");
            else if (!url.IsLoopback && !options.AllowedHosts.Any(allowed => Bare(allowed).Equals(Bare(url.Host), StringComparison.OrdinalIgnoreCase)))
                Say("engine.host", $"{setting}:Url", url.Host, $"{EngineOptions.Section}:AllowedHosts");
            else if (IPAddress.TryParse(Bare(url.Host), out var address) && !options.AllowPublicHosts && !PrivateAddresses.Contains(address))
                Say("engine.public", url.Host, $"{EngineOptions.Section}:AllowPublicHosts");
            else if (remote.KeyFile is { Length: > 0 } file && !HasKey(remote))
                Say("settings.key", $"{setting}:KeyFile", file);
            else if (remote.KeyVariable is { Length: > 0 } variable && !HasKey(remote))
                Say("settings.key", $"{setting}:KeyVariable", variable);
        }

        void Say(string code, params string[] details) =>
            problems.Add(new Problem(ProblemKind.Input, code, details).Say(CultureInfo.CurrentUICulture));
    }

    // An IPv6 address stands between brackets in a URL, and may do so in the list.
    private static string Bare(string host) => host.Trim('[', ']');

    private static bool HasKey(RemoteEngineOptions remote)
    {
        try
        {
            return remote.Key() is { Length: > 0 };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
