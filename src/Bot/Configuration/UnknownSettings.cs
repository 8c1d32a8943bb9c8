using Bot.Facts.Spelling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Bot.Configuration;

/// <summary>Finds settings without effect: unknown sections and keys, a value on a section, and keys below a value.</summary>
internal static class UnknownSettings
{
    private const int MinBeginning = 3;

    /// <summary>The problems, a line each, with the intended key.</summary>
    /// <param name="configuration">The settings. Environment variables belong to all programs, so only those in one of the bot's sections are checked here; <see cref="MisspeltVariables"/> checks the others.</param>
    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        [.. UnknownSections(configuration), .. BotOptions.Sections.Keys.SelectMany(s => InSection(configuration, s))];

    private static IEnumerable<string> UnknownSections(IConfiguration configuration)
    {
        if (configuration is not IConfigurationRoot root)
        {
            yield break;
        }

        var keys = root.Providers.Where(p => p is not EnvironmentVariablesConfigurationProvider).SelectMany(p => p.GetChildKeys([], null)).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys.Where(k => !SettingKeys.TopSections.Contains(k, StringComparer.OrdinalIgnoreCase) && !SettingKeys.IsForeign(k)))
        {
            yield return $"{key} is not known; {(ClosestMatch.Find(key, SettingKeys.TopSections) is { } near ? $"did you mean {near}?" : $"the sections are {string.Join(", ", SettingKeys.TopSections)}")}";
        }

        foreach (var section in SettingKeys.TopSections.Where(s => IsValue(root, s)))
        {
            yield return section == SettingKeys.Logging
                ? "Logging is a section and takes no value; did you mean Logging:LogLevel:Default?"
                : $"{section} is a section and takes no value; its keys are {SettingKeys.Of(section)}";
        }
    }

    private static bool IsValue(IConfigurationRoot root, string section) =>
        root.Providers.Any(p => p is not EnvironmentVariablesConfigurationProvider && p.TryGet(section, out var value) && !string.IsNullOrEmpty(value));

    private static IEnumerable<string> InSection(IConfiguration configuration, string section)
    {
        var keys = BotOptions.Sections[section];
        foreach (var child in configuration.GetSection(section).GetChildren())
        {
            var path = $"{section}:{child.Key}";
            if (SettingKeys.IsSection(path))
            {
                if (!string.IsNullOrEmpty(child.Value))
                {
                    yield return $"{path} is a section and takes no value; its keys are {SettingKeys.Of(path)}";
                }
            }
            else if (keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                if (child.GetChildren().FirstOrDefault() is { } below)
                {
                    yield return $"{path} has one value, but {path}:{below.Key} is set; set {path} itself to a text";
                }
            }
            else if (!RenamedSettings.Contains(path))
            {
                yield return $"{path} is not known; {(Near(child.Key, keys) is { } near ? $"did you mean {section}:{near}?" : $"the keys are {string.Join(", ", keys.Select(k => $"{section}:{k}"))}")}";
            }
        }
    }

    // The key that starts like this, or else the one with the fewest different letters.
    private static string? Near(string word, IReadOnlyList<string> keys) =>
        (word.Length < MinBeginning ? null : keys.FirstOrDefault(k => k.StartsWith(word, StringComparison.OrdinalIgnoreCase))) ?? ClosestMatch.Find(word, keys);
}
