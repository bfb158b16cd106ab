using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Notulen.Core.Settings;

/// <summary>Registers sections of the settings.</summary>
public static class SettingsServices
{
    /// <summary>
    /// Binds a section to its class. A value that is of another kind or out of range stops the start with a sentence that
    /// names the setting, what was found and what is allowed.
    /// </summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>()
            .Configure(options =>
            {
                var settings = configuration.GetSection(section);
                var faults = SettingsCheck.Faults(typeof(T), settings).ToList();
                if (faults.Count > 0)
                    throw new OptionsValidationException(section, typeof(T), faults);
                settings.Bind(options);
            })
            .ValidateOnStart();
        return services;
    }
}
