using Bot.Facts.Model;
using Bot.Facts.Yaml;

namespace Bot.Facts.Releases;

/// <summary>Reads a release from a file that has passed every check.</summary>
internal static class ReleaseReader
{
    /// <summary>The name of the release in a file; null when the file has another name.</summary>
    /// <param name="path">The path below the base's folder.</param>
    public static ReleaseName? NameOf(string path) => ReleaseName.Parse(Path.GetFileNameWithoutExtension(path));

    /// <summary>Reads a release.</summary>
    /// <param name="path">The path below the base's folder.</param>
    /// <param name="file">The file.</param>
    /// <param name="localize">The text of a mapping with one value for each language.</param>
    public static Release Read(string path, YamlMapping file, Func<YamlMapping, LocalizedText> localize)
    {
        var name = NameOf(path)!;
        return new Release(
            name,
            file.Text("version")!,
            [.. file.Maps("changes").Select(c => Change(c, name.Day, localize))],
            file.Maps("facts").ToDictionary(f => f.Text("fact")!, f => (IReadOnlyDictionary<string, string>)Texts(f, except: "fact")));
    }

    private static FactChange Change(YamlMapping change, DateOnly day, Func<YamlMapping, LocalizedText> localize) => new(
        change.Text("fact")!,
        day,
        EnumWords.Parse<ChangeKind>(change.Text("kind")),
        [.. change.Scalars("languages").Select(s => s.Text)],
        Texts(change["old"] as YamlMapping),
        Texts(change["new"] as YamlMapping),
        change["sentence"] is YamlMapping sentence ? localize(sentence) : null);

    private static Dictionary<string, string> Texts(YamlMapping? map, string? except = null)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (key.Text != except)
            {
                texts[key.Text] = ((YamlScalar)value).Text;
            }
        }

        return texts;
    }
}
