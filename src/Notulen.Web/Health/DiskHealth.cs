using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Notulen.Core.Storage;

namespace Notulen.Web.Health;

/// <summary>The data folder has room for more.</summary>
internal sealed class DiskHealth(NotulenFolders folders, IOptions<WebOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(folders.Data).AvailableFreeSpace;
        return Task.FromResult(free >> 20 >= options.Value.LeastFreeMegabytes ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
