using System.Text.RegularExpressions;

namespace Bot.Tests;

/// <summary>Within a project, folders depend on each other in one direction. Read from the source, where an unused <c>using</c> fails the build.</summary>
public sealed partial class FolderTests
{
    // The files of one folder can be read in one sitting. Rules are many, and one of them is a file.
    private const int MaxFiles = 24;

    // The folders of a project, the lowest first: a folder may name those before it.
    private static readonly Dictionary<string, string[]> s_folders = new()
    {
        ["Bot.Facts"] = ["Spelling", "Model", "Yaml", "Schema", "Releases", "Diffing", "Parsing", "Succession", "Proofreading", "Rules", "Authoring"],
        ["Bot.Search"] = ["Numerics", "Text", "Index", "Ranking", "Classification", "Vectors"],
        ["Bot.Answers"] = ["Model", "Conversation", "Texts", "Buttons", "Values", "Typing", "Aspects", "Reading", "Scoring", "Understanding", "History", "Rendering", "Composing", "Commands", "Explaining"],
        ["Bot.Adapters"] = ["Text", "State", "Monitoring", "Resilience", "Limiting", "Queueing", "Pipeline"],
        ["Bot.Telegram"] = ["Logging", "Configuration", "Api", "Parsing", "Receiving", "Rendering", "Publishing"],
        ["Bot.Discord"] = ["Logging", "Configuration", "Wire", "Rest", "Commands", "Transport", "Gateway", "Http", "Parsing", "Rendering"],
        ["Bot.Discord.Net"] = ["Logging"],
        ["Bot"] = ["Logging", "Systemd", "Monitoring", "Terminal", "Configuration", "Hosting", "Cli"],
    };

    public static TheoryData<string> Projects => [.. s_folders.Keys];

    [Fact]
    public void Every_project_has_its_folders_listed()
    {
        var projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);

        Assert.Equal(s_folders.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_is_listed_and_small_enough_to_be_read(string project)
    {
        var folders = Sources(project).Where(s => s.Folder.Length > 0).GroupBy(s => s.Folder).ToList();

        Assert.Equal(s_folders[project].Order(StringComparer.Ordinal), folders.Select(f => f.Key).Order(StringComparer.Ordinal));
        Assert.All(folders, f => Assert.InRange(f.Count(), 1, MaxFiles));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_is_a_namespace(string project)
    {
        Assert.All(Sources(project), s =>
        {
            var declared = NamespaceLine().Match(s.Text) is { Success: true } line ? line.Groups["name"].Value : project;
            Assert.Equal(s.Folder.Length > 0 ? $"{project}.{s.Folder}" : project, declared);
        });
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_names_only_folders_below_it(string project)
    {
        Assert.Empty(Sources(project).Where(s => s.Folder.Length > 0).SelectMany(s => Upward(project, s)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_names_a_type_of_its_projects_root(string project)
    {
        var sources = Sources(project);
        var types = sources.Where(s => s.Folder.Length == 0).SelectMany(s => TypeDeclaration().Matches(s.Code)).Select(m => m.Groups["name"].Value).Distinct().ToList();
        if (types.Count == 0)
        {
            return;
        }

        var name = new Regex($@"(?<![\w.])({string.Join('|', types)})\b(?!\s*[=:(]?\s*=>)");
        Assert.Empty(sources.Where(s => s.Folder.Length > 0).SelectMany(s => name.Matches(s.Code).Select(m => $"{s.Path} names {m.Value}")));
    }

    private static IEnumerable<string> Upward(string project, Source source)
    {
        var order = s_folders[project];
        var own = Array.IndexOf(order, source.Folder);
        foreach (var (folder, place) in order.Select((folder, place) => (folder, place)).Where(f => f.place > own))
        {
            // Written in full, or, as it can be within the project, from the folder on.
            var name = new Regex($@"(?<![\w.]){Regex.Escape(project)}\.{folder}\b|(?<![\w.""]){folder}\.[A-Z]\w*");
            if (name.Match(source.Code) is { Success: true } match)
            {
                yield return $"{source.Path} names {match.Value}";
            }
        }
    }

    private static List<Source> Sources(string project)
    {
        var root = Path.Combine(Repository.Root, "src", project);
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(f => (File: f, Parts: Path.GetRelativePath(root, f).Split(Path.DirectorySeparatorChar)))
                .Where(f => f.Parts[0] is not ("obj" or "bin"))
                .Select(f => new Source($"{project}/{string.Join('/', f.Parts)}", string.Join('.', f.Parts[..^1]), File.ReadAllText(f.File))),
        ];
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(public|internal)[\w ]* (class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"//.*$|""(\\.|[^""\\\r\n])*""", RegexOptions.Multiline)]
    private static partial Regex CommentOrText();

    /// <summary>A source file.</summary>
    private sealed record Source(string Path, string Folder, string Text)
    {
        /// <summary>Its text without comments and literals.</summary>
        public string Code { get; } = CommentOrText().Replace(Text, "");
    }
}
