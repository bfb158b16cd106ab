using System.Net;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Notulen.Web.Processing;

/// <summary>Lets in who sits at this machine and asks for it by its own name. While there is no sign-in, that is the administrator.</summary>
public sealed class DashboardAccess : IDashboardAuthorizationFilter
{
    /// <summary>Where the dashboard is.</summary>
    public const string Path = "/hangfire";

    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]", "::1"];

    // What a proxy on this machine adds for somebody elsewhere.
    private static readonly string[] ForwardedHeaders = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    public bool Authorize(DashboardContext context) => IsOwn(context.GetHttpContext());

    internal static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapHangfireDashboard(Path, new DashboardOptions
        {
            Authorization = [new DashboardAccess()],
            IsReadOnlyFunc = context => !IsOwn(context.GetHttpContext()),
            DisplayStorageConnectionString = false,
            DashboardTitle = "Notulen",
            AppPath = "/",
        });

    // The name as well as the address: a page elsewhere that points a name of its own to 127.0.0.1 gets no further.
    internal static bool IsOwn(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && OwnNames.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ForwardedHeaders.Any(context.Request.Headers.ContainsKey);
}
