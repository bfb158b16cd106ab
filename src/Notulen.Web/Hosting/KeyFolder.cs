using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Storage;

namespace Notulen.Web.Hosting;

/// <summary>Keeps the keys that forms are signed with in the data folder, for its owner alone, so that a page outlives a restart.</summary>
internal sealed class KeyFolder(NotulenFolders folders, ILoggerFactory logs) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = new DirectoryInfo(Path.Combine(folders.Data, "keys"));
        if (!folder.Exists && !OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        options.XmlRepository = new FileSystemXmlRepository(folder, logs);
    }
}
