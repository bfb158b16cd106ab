using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>As a clerk would: a real browser, the keyboard, and what a checker of accessibility says of each page.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task A_recording_is_handed_in_by_keyboard_and_its_minutes_are_read()
    {
        TestFolder.RequireSpeech();
        Chromium.Require();
        await using var server = await Server.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync(new() { Locale = "nl-NL", ViewportSize = new() { Width = 360, Height = 800 } });
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address, StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };

        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add($"{page.Url}: {message.Text}");
        };

        await page.GotoAsync(server.Address);
        await CheckAsync(page);
        await TabToAsync(page, "main a[href$='/nieuw']");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, "**/nieuw");
        await CheckAsync(page);

        await TabToAsync(page, "#titel");
        await page.Keyboard.TypeAsync("Commissie Ruimte");
        await TabToAsync(page, "details summary");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#taal").SelectOptionAsync("en");
        await page.Locator("#taalmodel").SelectOptionAsync("none");
        await page.Locator("#opname").SetInputFilesAsync(TestFolder.Sample("committee-en.short.m4a"));
        await TabToAsync(page, "form.form button.primary");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => url.Contains("/vergaderingen/") && !url.EndsWith("/nieuw"), new() { Timeout = 300_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Lees de notulen" }).Or(page.Locator("a[href$='/notulen']")).First.WaitForAsync(new() { Timeout = 300_000 });
        await CheckAsync(page);
        await TabToAsync(page, "a[href$='/notulen']");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, "**/notulen");
        await CheckAsync(page);

        Assert.Contains("not yet adopted", await page.InnerTextAsync("body"));
        await page.GotoAsync(server.Address + "/hangfire");
        await page.GetByText("Notulen").First.WaitForAsync();
        Assert.Empty(elsewhere);
        // What a page's own policy forbids is said here: an inline style or script, an address elsewhere.
        Assert.Empty(complaints);
    }

    /// <summary>Goes there as somebody without a mouse does: with the Tab key, or not at all.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var step = 0; step < 60; step++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement === document.querySelector(selector)", selector))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{selector} cannot be reached with the Tab key on {page.Url}");
    }

    // A key that did nothing and a page that does not come look the same to who waits: say which it was.
    private static async Task ArriveAsync(IPage page, string address)
    {
        try
        {
            await page.WaitForURLAsync(address);
        }
        catch (TimeoutException)
        {
            var state = await page.EvaluateAsync<string>("document.readyState + ', keyboard at ' + document.activeElement.outerHTML.slice(0, 200)");
            Assert.Fail($"{address} did not come: still {page.Url}, {state}");
        }
    }

    private static async Task CheckAsync(IPage page)
    {
        var found = await page.RunAxe();
        var serious = string.Join('\n', found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{page.Url}: {violation.Id} {violation.Help}"));
        Assert.Equal("", serious);
        // The checker works in a page of its own, which takes the keyboard away.
        await page.BringToFrontAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than the phone");
    }
}
