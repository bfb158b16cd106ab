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
            else if (!url.IsLoopback && !options.AllowedHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
                Say("engine.host", $"{setting}:Url", url.Host, $"{EngineOptions.Section}:AllowedHosts");
            else if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && !options.AllowPublicHosts && !PrivateAddresses.Contains(address))
                Say("engine.public", url.Host, $"{EngineOptions.Section}:AllowPublicHosts");
        }

        void Say(string code, params string[] details) =>
            problems.Add(new Problem(ProblemKind.Input, code, details).Say(CultureInfo.CurrentUICulture));
    }
}
