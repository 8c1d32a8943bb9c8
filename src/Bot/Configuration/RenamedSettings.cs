using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>Settings that were renamed. The old key works for one release, with a warning that names the new one.</summary>
internal static class RenamedSettings
{
    private static readonly (string Old, string New)[] s_keys = [("Telegram:StateFolder", "State:Folder")];

    /// <summary>Whether a key is an old one.</summary>
    public static bool Contains(string key) => s_keys.Any(k => k.Old.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Copies values from old keys, unless the new one is also set.</summary>
    /// <param name="configuration">The settings, which receive the values.</param>
    /// <returns>A warning for each old key.</returns>
    public static IReadOnlyList<string> Take(IConfiguration configuration)
    {
        var warnings = new List<string>();
        foreach (var (old, @new) in s_keys)
        {
            if (configuration[old] is not { Length: > 0 } value)
            {
                continue;
            }

            if (configuration[@new] is { Length: > 0 })
            {
                warnings.Add($"{old} was renamed to {@new}, which is also set and is used; remove {old}");
                continue;
            }

            configuration[@new] = value;
            warnings.Add($"{old} was renamed to {@new} and still works in this release; rename it");
        }

        return warnings;
    }
}
