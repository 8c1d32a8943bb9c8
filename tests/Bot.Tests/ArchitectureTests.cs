using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Answers;
using Bot.Configuration;
using Bot.Facts.Model;
using Bot.Search;

namespace Bot.Tests;

public sealed partial class ArchitectureTests
{
    private const string Host = "Bot";
    private static readonly string s_src = Path.Combine(Repository.Root, "src");
    private static readonly string[] s_all = [.. Directory.EnumerateDirectories(s_src).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    // What a floor may see. Whatever is not named here is an adapter, and sees the answers and what adapters share.
    private static readonly Dictionary<string, string[]> s_below = new()
    {
        ["Bot.Facts"] = [],
        ["Bot.Search"] = [],
        ["Bot.Answers"] = ["Bot.Facts", "Bot.Search"],
        ["Bot.Adapters"] = ["Bot.Answers"],
        ["Bot.Discord.Net"] = ["Bot.Discord", "Bot.Adapters"],
        [Host] = s_all,
    };

    public static TheoryData<string> Projects => [.. s_all];

    public static TheoryData<Assembly, string[]> Floors => new()
    {
        { typeof(FactBase).Assembly, [] },
        { typeof(SearchIndex).Assembly, [] },
        { typeof(Answerer).Assembly, ["Bot.Facts", "Bot.Search"] },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_the_floors_below_it(string project)
    {
        var named = Values(Project(project), "ProjectReference", "Include").Select(p => Path.GetFileNameWithoutExtension(p)).ToList();

        Assert.Empty(named.Except(s_below.GetValueOrDefault(project, ["Bot.Answers", "Bot.Adapters"])));
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void An_assembly_uses_only_the_floors_below_it(Assembly assembly, string[] below)
    {
        var used = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.Split('.')[0] == "Bot");

        Assert.Equal(below, used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_shows_its_internals_to_its_own_tests_alone(string project)
    {
        Assert.Equal([project + ".Tests"], Values(Project(project), "InternalsVisibleTo", "Include"));
    }

    [Fact]
    public void References_do_not_reach_through_a_floor()
    {
        Assert.Equal("true", Property(Path.Combine(Repository.Root, "Directory.Build.props"), "DisableTransitiveProjectReferences"));
        Assert.All(s_all, p => Assert.Null(Property(Project(p), "DisableTransitiveProjectReferences")));
    }

    [Fact]
    public void Every_shipped_project_can_be_compiled_ahead_of_time()
    {
        Assert.Equal("true", Property(Path.Combine(s_src, "Directory.Build.props"), "IsAotCompatible"));
        Assert.All(s_all, p => Assert.Null(Property(Project(p), "IsAotCompatible")));
        Assert.All(
            (Assembly[])[typeof(FactBase).Assembly, typeof(SearchIndex).Assembly, typeof(Answerer).Assembly, typeof(BotOptions).Assembly],
            a => Assert.Contains(a.GetCustomAttributes<AssemblyMetadataAttribute>(), m => m is { Key: "IsTrimmable", Value: "True" }));
    }

    [Fact]
    public void The_solution_holds_every_project_but_those_that_need_a_package_that_not_every_registry_has()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Bot.sln")).Replace('\\', '/');
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'))
            .Except(["src/Bot.Discord.Net/Bot.Discord.Net.csproj", "tests/Bot.Discord.Net.Tests/Bot.Discord.Net.Tests.csproj"]);

        Assert.All(projects, p => Assert.Contains($"\"{p}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_command_is_a_class_in_a_file_of_its_own_and_help_lists_all_but_start()
    {
        var names = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(s_src, "Bot.Answers", "Commands"), "*.cs"))
        {
            foreach (Match command in CommandClass().Matches(File.ReadAllText(file)))
            {
                Assert.Equal(Path.GetFileNameWithoutExtension(file), command.Groups["class"].Value);
                names.Add(command.Groups["name"].Value);
            }
        }

        var answerer = SampleBase.Answerer;
        var listed = answerer.Answer("/help", "en").Sections.SelectMany(s => s.Paragraphs)
            .Where(p => p.StartsWith('/'))
            .Select(p => p[1..].Split(' ')[0]);

        Assert.True(names.Remove("start"));
        Assert.Contains("ask", names);
        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(names.Order(StringComparer.Ordinal), answerer.ListCommands("en").Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Bot.Facts")]
    [InlineData("Bot.Search")]
    public void The_lowest_floors_name_no_platform(string project)
    {
        var files = Directory.EnumerateFiles(Path.Combine(s_src, project), "*.*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.EndsWith(".vec", StringComparison.Ordinal));

        Assert.All(files, f => Assert.DoesNotMatch("(?i)discord|telegram", File.ReadAllText(f)));
    }

    [Fact]
    public void No_two_events_of_the_log_have_one_id()
    {
        var repeated = s_all.SelectMany(Events).GroupBy(e => e.Id).Where(same => same.Count() > 1).Select(same => string.Join(", ", same));

        Assert.Empty(repeated);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Each_log_message_has_an_event_of_its_own_project_and_each_event_has_one_message(string project)
    {
        var source = string.Join('\n', Sources(project).Select(File.ReadAllText));
        var used = EventOfMessage().Matches(source).Select(m => m.Groups["event"].Value).ToList();

        Assert.Equal(Regex.Count(source, @"\bLoggerMessage\b"), used.Count);
        Assert.Equal(Events(project).Select(e => e.Name).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.DoesNotMatch(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(", source);
    }

    // The constants of the project's list of events, with their class as messages name them.
    private static List<(string Name, int Id)> Events(string project) =>
    [
        .. Sources(project).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "Logging" && f.EndsWith("Events.cs", StringComparison.Ordinal)).SelectMany(f =>
            EventId().Matches(File.ReadAllText(f)).Select(m => ($"{Path.GetFileNameWithoutExtension(f)}.{m.Groups["name"].Value}", int.Parse(m.Groups["id"].Value)))),
    ];

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(s_src, project), "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(Path.Combine(s_src, project), f).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"));

    private static string Project(string name) => Path.Combine(s_src, name, name + ".csproj");

    private static string[] Values(string file, string element, string attribute) =>
        [.. XDocument.Load(file).Descendants(element).Select(e => e.Attribute(attribute)!.Value)];

    private static string? Property(string file, string name) => XDocument.Load(file).Descendants(name).SingleOrDefault()?.Value;

    [GeneratedRegex(@"\[LoggerMessage\((EventId = )?(?<event>\w+\.\w+),")]
    private static partial Regex EventOfMessage();

    [GeneratedRegex(@"public const int (?<name>\w+) = (?<id>\d+);")]
    private static partial Regex EventId();

    [GeneratedRegex("""class (?<class>\w+)(\(.*\))? : ICommand\s.*?string Name => "(?<name>\w+)";""", RegexOptions.Singleline)]
    private static partial Regex CommandClass();
}
