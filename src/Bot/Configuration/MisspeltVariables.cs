using Bot.Facts.Spelling;

namespace Bot.Configuration;

/// <summary>Finds environment variables that were meant for the bot but match none of its keys. The variables of other programs are among them, so only names close to a key are reported.</summary>
internal static class MisspeltVariables
{
    // Shorter names are close to too many words.
    private const int MinLengthForOneLetter = 9;
    private const int MinLengthForTwoLetters = 12;
    private const int MinSectionLength = 6;

    private const string Separator = "__";

    // Every variable of the environment is compared with every key.
    private static readonly (string Key, string Bare)[] s_keys = [.. SettingKeys.All.Select(key => (key, Bare(key)))];

    /// <summary>The problems, a line each, with the intended name.</summary>
    /// <param name="names">The names of the variables that are set and not empty.</param>
    public static IEnumerable<string> Problems(IEnumerable<string> names) => names.Order(StringComparer.Ordinal).Select(Problem).OfType<string>();

    private static string? Problem(string name)
    {
        // Here the case of a section's name matters: TERMINAL and STATE belong to other programs.
        if (SettingKeys.TopSections.Contains(name, StringComparer.Ordinal))
        {
            return $"{name} is a section and takes no value; {(name == SettingKeys.Logging ? "did you mean Logging__LogLevel__Default?" : $"its keys are {SettingKeys.Variable(SettingKeys.Of(name))}")}";
        }

        var parts = name.Split(Separator);
        if (parts.Length > 1 && SettingKeys.TopSections.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
        {
            // Variables in a section are all validated as settings.
            return null;
        }

        if (MeantKey(name) is { } key)
        {
            return $"{name} is not known; did you mean {SettingKeys.Variable(key)}?";
        }

        return parts.Length > 1 && parts[0].Length >= MinSectionLength && SettingKeys.TopSections.FirstOrDefault(s => IsNear(parts[0], s, maxLetters: 2)) is { } section
            ? $"{name} is not known; did you mean {section}{Separator}{string.Join(Separator, parts[1..])}?"
            : null;
    }

    private static string? MeantKey(string name)
    {
        var bare = Bare(name);
        var maxLetters = bare.Length >= MinLengthForTwoLetters ? 2 : bare.Length >= MinLengthForOneLetter ? 1 : 0;
        string? best = null;
        foreach (var (key, bareKey) in s_keys)
        {
            if (EditDistance.Compute(bare, bareKey, maxLetters) is { } distance)
            {
                if (distance == 0)
                {
                    return key;
                }

                // Only a closer key can replace this one.
                (best, maxLetters) = (key, distance - 1);
            }
        }

        return best;
    }

    private static bool IsNear(string word, string section, int maxLetters) =>
        EditDistance.Compute(word.ToLowerInvariant(), section.ToLowerInvariant(), maxLetters) is not null;

    // The name without the characters that people often get wrong.
    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
}
