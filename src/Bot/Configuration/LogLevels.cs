using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.Configuration;

/// <summary>Validates the levels in .NET's section <c>Logging</c>, which would otherwise end the start with an exception.</summary>
internal static class LogLevels
{
    private const string Section = "LogLevel";

    /// <summary>The problems, a line each: <c>Logging:LogLevel</c>, and those of one provider such as <c>Logging:Console:LogLevel</c>.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var logging = configuration.GetSection(SettingKeys.Logging);
        return logging.GetChildren()
            .Select(s => s.Key.Equals(Section, StringComparison.OrdinalIgnoreCase) ? s : s.GetSection(Section))
            .SelectMany(levels => levels.GetChildren())
            .Where(level => !string.IsNullOrEmpty(level.Value) && !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
            .Select(level => $"{level.Path} is '{level.Value}'; set it to one of {string.Join(", ", Enum.GetNames<LogLevel>())}, or leave it out");
    }
}
