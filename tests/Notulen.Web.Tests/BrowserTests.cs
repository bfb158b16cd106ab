using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>As a clerk would: a real browser, the keyboard, and what a checker of accessibility says of each page.</summary>
public sealed class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task A_recording_is_handed_in_by_keyboard_and_its_minutes_are_read()
    {
        TestFolder.RequireSpeech();
        if (!File.Exists(Chromium))
            Assert.Skip("Chromium is not on this machine: apt install chromium.");
        await using var server = await Server.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { Locale = "nl-NL", ViewportSize = new() { Width = 360, Height = 800 } });
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address, StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };

        await page.GotoAsync(server.Address);
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Opname aanbieden" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/nieuw");
        await CheckAsync(page);

        await page.Locator("#titel").FocusAsync();
        await page.Keyboard.TypeAsync("Commissie Ruimte");
        await page.Locator("details summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#taal").SelectOptionAsync("en");
        await page.Locator("#taalmodel").SelectOptionAsync("none");
        await page.Locator("#opname").SetInputFilesAsync(TestFolder.Sample("committee-en.short.m4a"));
        await page.Locator("form.form button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => url.Contains("/vergaderingen/") && !url.EndsWith("/nieuw"), new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Lees de notulen" }).Or(page.Locator("a[href$='/notulen']")).First.WaitForAsync(new() { Timeout = 120_000 });
        await CheckAsync(page);
        await page.Locator("a[href$='/notulen']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/notulen");
        await CheckAsync(page);

        Assert.Contains("nog niet vastgesteld", await page.InnerTextAsync("body"));
        Assert.Empty(elsewhere);
    }

    private static async Task CheckAsync(IPage page)
    {
        var found = await page.RunAxe();
        var serious = string.Join('\n', found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{page.Url}: {violation.Id} {violation.Help}"));
        Assert.Equal("", serious);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than the phone");
    }
}
