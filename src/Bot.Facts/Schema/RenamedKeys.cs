namespace Bot.Facts.Schema;

/// <summary>Keys of the files that were renamed. The old names are recognized for one release, so that a base can be migrated.</summary>
internal static class RenamedKeys
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["matters"] = "subjects",
        ["never-aliases"] = "forbidden-aliases",
    };

    /// <summary>The current name of a renamed key; null for any other key.</summary>
    public static string? NewName(string key) => s_names.GetValueOrDefault(key);

    /// <summary>The former name of a renamed key; null for any other key.</summary>
    public static string? OldName(string key) => s_names.FirstOrDefault(n => n.Value == key).Key;
}
