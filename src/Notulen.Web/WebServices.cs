using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Notulen.Core.Settings;
using Notulen.Web.Assets;
using Notulen.Web.Health;
using Notulen.Web.Hosting;
using Notulen.Web.Meetings;
using Notulen.Web.Processing;

namespace Notulen.Web;

/// <summary>The pages and the workers behind them.</summary>
public static class WebServices
{
    // Nothing but an upload is larger than a short form.
    private const long LargestBody = 64 << 10;

    /// <summary>
    /// Registers the pages. Core with its ports, <see cref="IOfferedModels"/>, Hangfire's JobStorage and logging are
    /// for whoever composes the program.
    /// </summary>
    public static IServiceCollection AddNotulenWeb(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<WebOptions>(settings, "Web");
        services.AddStageWorkers(settings);
        services.AddSingleton<ProgressReader>();
        services.AddSingleton<ProgressFeed>();
        services.AddSingleton<MeetingOverview>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<Downloads>();
        services.AddSingleton<AssetFiles>();
        HealthEndpoints.Add(services);
        PageLanguage.Add(services);

        services.AddRouting();
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie = new CookieBuilder
        {
            Name = "notulen.formulier",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
        });
        services.AddDataProtection().SetApplicationName("Notulen");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyFolder>();
        services.Configure<HostFilteringOptions>(options =>
        {
            // Against a page elsewhere whose name is made to point to this machine.
            options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
            options.AllowEmptyHosts = false;
            options.IncludeFailureMessage = false;
        });
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        return services;
    }

    /// <summary>The order of things for every request, and one line per feature.</summary>
    public static void MapNotulenWeb(this WebApplication app)
    {
        app.UseHostFiltering();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseErrorPages();
        app.UseRouting();

        AssetFiles.Map(app);
        HealthEndpoints.Map(app);
        PageLanguage.Map(app);
        MeetingsEndpoints.Map(app);
        ProgressEndpoints.Map(app);
        DashboardAccess.Map(app);
    }
}
