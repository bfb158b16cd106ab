using Microsoft.Playwright;
using Notulen.Core.Minutes;
using Notulen.Core.Transcripts;
using Notulen.Documents;
using Notulen.Documents.Captions;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>The captions in the player that most people have: a browser's.</summary>
public sealed class CaptionPlayerTests
{
    private const string Address = "http://captions.test/";
    private const string Page = "<!doctype html><html lang=nl><title>Raad</title><video><track kind=captions src=raad.vtt srclang=nl default></video>";

    private const string Read = """
        () => new Promise((resolve, reject) => {
          const track = document.querySelector('track');
          const cues = () => resolve([...track.track.cues].map(cue => {
            const voice = cue.getCueAsHTML().querySelector('span');
            return [cue.id, cue.startTime, cue.endTime, voice?.title ?? '', cue.getCueAsHTML().textContent].join('|');
          }));
          track.addEventListener('load', cues);
          track.addEventListener('error', () => reject(new Error('The browser cannot read the captions.')));
          track.track.mode = 'showing';
          if (track.readyState === 2) cues();
        })
        """;

    [Fact]
    public async Task A_browser_shows_every_caption_with_its_speaker()
    {
        Chromium.Require();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync();
        var captions = await CaptionsAsync();
        await page.RouteAsync(Address + "**", route => route.Request.Url.EndsWith(".vtt", StringComparison.Ordinal)
            ? route.FulfillAsync(new() { ContentType = "text/vtt", BodyBytes = captions })
            : route.FulfillAsync(new() { ContentType = "text/html", Body = Page }));
        await page.GotoAsync(Address);

        Assert.Equal(
            ["0-0|1.5|4|Hendrik van Dijk|Goedenavond, ik open de vergadering.", "1-0|5|8.25|Jan <b> & Zn|Van 3 --> 4 <i>procent</i> & meer.", "2-0|3600|3602||Ja, hé."],
            await page.EvaluateAsync<string[]>(Read));
    }

    private static async Task<byte[]> CaptionsAsync()
    {
        Segment[] segments =
        [
            new(0, 1.5, 4, "Hendrik van Dijk", "Goedenavond, ik open de vergadering."),
            new(1, 5, 8.25, "Jan <b> & Zn", "Van 3 --> 4 <i>procent</i> & meer."),
            new(2, 3600, 3602, null, "Ja, hé."),
        ];
        var transcript = new Transcript("nl", 3700, null, segments);
        var minutes = new MinutesDocument { Meeting = new MeetingHeading { Title = "Raad", Language = "nl" }, Provenance = new Provenance { Notulen = "0.1.0", Created = DateTimeOffset.UnixEpoch, Label = "Concept" } };
        using var stream = new MemoryStream();
        await new VttWriter().WriteAsync(new MeetingResult(transcript, minutes), stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
