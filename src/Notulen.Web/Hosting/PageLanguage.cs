using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Notulen.Web.Hosting;

/// <summary>The language of the pages: chosen with the button at the top, or else what the browser asks for, or else Dutch.</summary>
internal static class PageLanguage
{
    private const string Cookie = "notulen.taal";
    private static readonly string[] Cultures = ["nl-NL", "en-GB"];

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string Other => Current == "nl" ? "en" : "nl";

    public static void Add(IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        var cultures = Cultures.Select(CultureInfo.GetCultureInfo).ToList();
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.DefaultRequestCulture = new RequestCulture(cultures[0]);
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = Cookie },
            new CustomRequestCultureProvider(context => Task.FromResult(Wished(context.Request))),
        ];
    });

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/taal", async (HttpContext context) =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var culture = form["taal"] == "en" ? Cultures[1] : Cultures[0];
        context.Response.Cookies.Append(
            Cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        var back = form["terug"].ToString();
        return RedirectHttpResult.IsLocalUrl(back) ? Results.LocalRedirect(back) : Results.LocalRedirect("/");
    }).AddEndpointFilter<AntiforgeryFilter>();

    // By hand, because the wish is for a language: "en-US" must find British English too.
    private static ProviderCultureResult? Wished(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
        .Select(language => language switch { "nl" => Cultures[0], "en" => Cultures[1], _ => null })
        .FirstOrDefault(culture => culture is not null) is { } found ? new ProviderCultureResult(found) : null;
}
