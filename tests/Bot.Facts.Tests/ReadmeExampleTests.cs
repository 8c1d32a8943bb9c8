using System.Text.RegularExpressions;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Tests;

/// <summary>The base that facts/README.md shows as a whole is one that curators can copy.</summary>
public sealed partial class ReadmeExampleTests
{
    private static readonly Dictionary<string, string> s_files = ShownFile().Matches(File.ReadAllText(Path.Combine(Repository.Facts, "README.md")).ReplaceLineEndings("\n"))
        .ToDictionary(m => m.Groups["path"].Value, m => m.Groups["text"].Value + "\n");

    [Fact]
    public void It_passes_the_check_without_a_warning()
    {
        Assert.Empty(FactBaseLoader.Load(s_files, proofreads: true).Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void It_is_one_chapter_of_two_events()
    {
        var chapter = Assert.Single(FactBaseLoader.Load(s_files).Base!.Chapters);

        Assert.Equal(2, chapter.Events.Length);
    }

    [Fact]
    public void It_has_every_key()
    {
        var used = new HashSet<(ObjectSchema, string)>();
        foreach (var (path, text) in s_files)
        {
            Collect(YamlReader.Read(path, text, [])!, FileSchemas.ForFile(path)!, used);
        }

        var known = new List<(ObjectSchema Schema, string Key)>();
        foreach (var (name, schema) in FileSchemas.Files)
        {
            if (name != "release")
            {
                AddKeys(schema, known);
            }
        }

        Assert.InRange(known.Count, 80, 200);
        Assert.Empty(known.Where(k => !used.Contains(k)).Select(k => $"{k.Schema.Name}: {k.Key}"));
    }

    private static void Collect(YamlNode node, ValueSchema schema, HashSet<(ObjectSchema, string)> used)
    {
        switch (node, schema)
        {
            case (YamlMapping map, ObjectSchema shape):
                foreach (var (key, value) in map.Entries)
                {
                    used.Add((shape, key.Text));
                    Collect(value, shape.Find(key.Text)!.Schema, used);
                }

                break;
            case (YamlSequence list, ListSchema items):
                list.Items.ToList().ForEach(i => Collect(i, items.Item, used));
                break;
            case (YamlMapping, ValueOrMappingSchema either):
                Collect(node, either.Mapping, used);
                break;
        }
    }

    private static void AddKeys(ValueSchema schema, List<(ObjectSchema, string)> keys)
    {
        switch (schema)
        {
            case ObjectSchema shape:
                foreach (var key in shape.Keys)
                {
                    keys.Add((shape, key.Name));
                    AddKeys(key.Schema, keys);
                }

                break;
            case ListSchema list:
                AddKeys(list.Item, keys);
                break;
            case ValueOrMappingSchema either:
                AddKeys(either.Mapping, keys);
                break;
        }
    }

    [GeneratedRegex("^```yaml (?<path>\\S+)\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShownFile();
}
