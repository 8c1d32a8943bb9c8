using System.Text;
using Bot.Facts.Parsing;

namespace Bot.Facts.Tests.Fuzzing;

public sealed class YamlFuzzTests(ITestOutputHelper output) : IDisposable
{
    // Each is checked with the whole base.
    private const int Files = 250;

    private static readonly string[] s_lines =
    [
        ": [", "- ", "---", "...", "&a x: *a", "<<: {}", "!!python/object:os.system x", "%YAML 9.9", "\t- tab", "\"\\UFFFFFFFF\"", "\"\\xZZ\"", "? {a: b}\n: c", "key: |", "key: >-", "- - - - - - - - - - - - - - - - - - x", "'", "\"", "{", "]", "#",
        "facts: {}", "facts: []", "event: null", "id: ~", "id: zqxmark", "status: confirmd", "when: 2025-02-30", "when: -1", "sources: [0, -1, 99999999999999999999]", "\0", "\ufeff", "\ud83d", "en: <b>@everyone</b>",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly SeededRandom _random = new(2025_02_10);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_changed_file_of_the_base_loads_or_is_reported_as_invalid()
    {
        var facts = Copy();
        var files = FactFiles.Find(facts);
        FileReading[] readings = [.. files.Paths.Select(f => FactBaseLoader.ReadFile(facts, f))];
        var (loaded, told) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            // The other files are as they were read: scanning them again would take nearly all of the time.
            var changed = _random.Below(readings.Length);
            var path = Path.Combine(facts, files.Paths[changed]);
            var bytes = File.ReadAllBytes(path);
            File.WriteAllBytes(path, Change(bytes));
            var result = FactBaseLoader.Build(files, [.. readings[..changed], FactBaseLoader.ReadFile(facts, files.Paths[changed]), .. readings[(changed + 1)..]]);
            File.WriteAllBytes(path, bytes);

            Assert.NotEqual(result.Base is null, result.Problems.IsEmpty);
            Assert.All(result.Problems, problem => Assert.NotEmpty(problem.ToString()));
            (loaded, told) = result.Base is null ? (loaded, told + 1) : (loaded + 1, told);
        }

        output.WriteLine($"{Files} changed files: {loaded} loaded, {told} rejected.");

        // How many of each depends on every line of the base.
        Assert.Equal(Files, loaded + told);
        Assert.True(loaded > 0 && told > 0);
        Assert.NotNull(FactBaseLoader.Load(facts).Base);
    }

    private string Copy()
    {
        var sample = Path.Combine(Repository.Root, "tests", "SampleBase");
        foreach (var file in FactFiles.Find(sample).Paths)
        {
            var copy = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(sample, file), copy);
        }

        return _folder.FullName;
    }

    private byte[] Change(byte[] bytes)
    {
        switch (_random.Below(6))
        {
            case 0:
                return _random.Bytes(_random.Below(2000));
            case 1:
                return bytes[.._random.Below(bytes.Length)];
            case 2:
                var changed = (byte[])bytes.Clone();
                for (var changes = 1 + _random.Below(3); changes > 0; changes--)
                {
                    changed[_random.Below(changed.Length)] = (byte)_random.Below(256);
                }

                return changed;
            default:
                var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
                var at = _random.Below(lines.Count);
                switch (_random.Below(4))
                {
                    case 0:
                        lines.RemoveAt(at);
                        break;
                    case 1:
                        lines.Insert(at, lines[_random.Below(lines.Count)]);
                        break;
                    case 2:
                        lines.Insert(at, new string(' ', _random.Below(8)) + _random.Of(s_lines));
                        break;
                    default:
                        lines[at] = lines[at].Replace(": ", ": " + _random.Of(s_lines), StringComparison.Ordinal);
                        break;
                }

                return Encoding.UTF8.GetBytes(string.Join('\n', lines));
        }
    }
}
