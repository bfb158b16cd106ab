using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Notulen.Web.Hosting;

/// <summary>A plain page in the reader's language for whatever went wrong.</summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ShowAsync,
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            // What a visitor did wrong is not for the log; what we did wrong is.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or OperationCanceledException,
        });
        app.UseStatusCodePages(context => ShowAsync(context.HttpContext));
        return app;
    }

    private static Task ShowAsync(HttpContext context) => IsForPeople(context.Request.Path)
        ? new RazorComponentResult<StatusPage>(new { Status = context.Response.StatusCode }).ExecuteAsync(context)
        : Task.CompletedTask;

    private static bool IsForPeople(PathString path) => !path.StartsWithSegments("/assets") && !path.StartsWithSegments("/health");
}
