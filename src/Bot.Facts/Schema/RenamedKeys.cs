namespace Bot.Facts.Schema;

/// <summary>Keys of the files that have another name since an earlier release. They are known for one release, so that a base can be renamed.</summary>
internal static class RenamedKeys
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["matters"] = "subjects",
        ["never-aliases"] = "forbidden-aliases",
    };

    /// <summary>The name that a key has now; null for a key that was never renamed.</summary>
    public static string? NewName(string key) => s_names.GetValueOrDefault(key);

    /// <summary>The name that a key had; null for a key that was never renamed.</summary>
    public static string? OldName(string key) => s_names.FirstOrDefault(n => n.Value == key).Key;
}
