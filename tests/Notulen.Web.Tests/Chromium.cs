using Microsoft.Playwright;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>The browser of the distribution, without anything that asks the network on its own.</summary>
internal static class Chromium
{
    private const string Program = "/usr/bin/chromium";

    public static void Require()
    {
        if (!File.Exists(Program))
            Assert.Skip("Chromium is not on this machine: apt install chromium.");
    }

    public static Task<IBrowser> StartAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Program,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
