using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>Settings that have another key since an earlier release. The old key is taken for one release, with a warning that names the new one.</summary>
internal static class RenamedSettings
{
    private static readonly (string Old, string New)[] s_keys = [("Telegram:StateFolder", "State:Folder")];

    /// <summary>Whether a key is an old one.</summary>
    public static bool Contains(string key) => s_keys.Any(k => k.Old.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes what stands under old keys, unless the new one is set too.</summary>
    /// <param name="configuration">The settings; what is taken is set in them.</param>
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
                warnings.Add($"{old} is called {@new} now, which is set too and is taken; remove {old}");
                continue;
            }

            configuration[@new] = value;
            warnings.Add($"{old} is called {@new} now; it is taken for this release, so rename it");
        }

        return warnings;
    }
}
