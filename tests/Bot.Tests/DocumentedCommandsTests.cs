using System.CommandLine;
using System.Text.RegularExpressions;
using Bot.Cli;
using Bot.Configuration;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests;

/// <summary>The commands and samples of the documents are ones that the program, the tests and the base know.</summary>
public sealed partial class DocumentedCommandsTests : IDisposable
{
    private static readonly string[] s_documents =
    [
        "README.md", "src/Bot/OPERATIONS.md", "src/Bot/SETTINGS.md", "src/Bot/SCRIPTING.md", "src/Bot.Discord/README.md", "src/Bot.Search/README.md",
        ".github/CONTRIBUTING.md", "facts/README.md", "tests/README.md", "tests/Bot.Benchmarks/README.md",
    ];

    private readonly ProgramFolder _program = new();

    public static TheoryData<string> Starts => [.. Lines().Where(line => BotStart().IsMatch(line))];

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_command_line_that_starts_the_bot_has_arguments_and_settings_that_it_takes(string line)
    {
        var start = BotStart().Match(line);
        var arguments = Argument().Matches(start.Groups["arguments"].Value).Select(m => m.Value.Trim('"', '\'')).ToList();
        var root = new RootCommand { AskCommand.Create(TimeProvider.System), FactsCommands.Create(TimeProvider.System), HealthCommand.Create() };
        root.SetAction(_ => 0);

        Assert.Empty(root.Parse(arguments).Errors);

        var settings = Setting().Matches(start.Groups["settings"].Value).ToDictionary(m => m.Groups["key"].Value.Replace("__", ":", StringComparison.Ordinal), string? (m) => Example(m.Groups["value"].Value));
        List<string> problems = [], warnings = [];
        BotOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), problems, warnings);
        Assert.DoesNotContain(problems, p => !p.Contains("Discord.Net", StringComparison.Ordinal));
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task The_commands_of_the_README_begin_check_and_ask_a_base_of_ones_own()
    {
        _program.Variables["Facts__Path"] = "my-facts";
        var commands = Read("README.md").Split('\n').Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l.Contains("my-facts", StringComparison.Ordinal)).ToList();
        Assert.Equal(["facts init", "facts check", "ask /about"], commands.Select(c => string.Join(' ', c[(c.IndexOf(" -- ", StringComparison.Ordinal) + 4)..].Split(' ')[..2])));
        foreach (var command in commands)
        {
            var arguments = command[(command.IndexOf(" -- ", StringComparison.Ordinal) + 4)..].Split(' ');

            Assert.Equal(0, (await _program.RunAsync(arguments)).ExitCode);
        }
    }

    [Fact]
    public void A_benchmark_that_is_named_exists()
    {
        var verbs = BenchmarkVerb().Matches(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Bot.Benchmarks", "Program.cs"))).Select(m => m.Groups["verb"].Value).ToHashSet();
        var named = Lines().Select(l => BenchmarkStart().Match(l)).Where(m => m.Success).Select(m => m.Groups["verb"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, verb => Assert.Contains(verb, verbs));
    }

    [Fact]
    public void A_test_that_is_named_exists()
    {
        var code = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var named = Lines().SelectMany(l => Filter().Matches(l)).Select(m => (m.Groups["kind"].Value, m.Groups["name"].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, filter => Assert.Matches(filter.Item1 switch
        {
            "class" => $@"class \w*{filter.Item2}\b",
            "method" => $@" \w*{filter.Item2}\w*\(",
            _ => $@"\[Trait\(""{filter.Item2.Replace("=", "\", \"", StringComparison.Ordinal)}""\)\]",
        }, code));
    }

    [Fact]
    public void The_fact_that_is_shown_from_start_to_end_is_one_of_the_base()
    {
        var files = Directory.EnumerateFiles(SampleBase.Folder, "*.yaml", SearchOption.AllDirectories).SelectMany(File.ReadLines).Select(l => l.TrimEnd()).ToHashSet();
        var shown = Yaml().Matches(Read("facts/README.md")).SelectMany(m => m.Groups["text"].Value.Split('\n'))
            .Select(line => Comment().Replace(line, ""))
            .Where(line => line.Length > 0 && !line.EndsWith('…'))
            .ToList();

        Assert.InRange(shown.Count, 20, 40);
        Assert.All(shown, line => Assert.Contains(line, files));
    }

    [Fact]
    public void The_mistake_that_is_shown_is_answered_as_it_says()
    {
        const string File = "2025-02-riyadh/02-18-riyadh-talks.yaml";
        var facts = _program.CopyFacts();
        var lines = System.IO.File.ReadAllLines(Path.Combine(facts, File));
        var fact = Array.FindIndex(lines, l => l.Contains("id: riyadh-talks-duration", StringComparison.Ordinal));
        var topics = Array.FindIndex(lines, fact, l => l.Contains("topics:", StringComparison.Ordinal));
        lines[topics] = lines[topics].Replace("topics:", "topic:", StringComparison.Ordinal);
        System.IO.File.WriteAllLines(Path.Combine(facts, File), lines);

        var problems = Bot.Facts.FactBaseLoader.Load(facts).Problems.Select(p => p.ToString());

        Assert.Equal(problems, Lines().Where(l => l.StartsWith(File + ":", StringComparison.Ordinal)));
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n");

    // Indented lines are code, as are those behind a prompt.
    private static IEnumerable<string> Lines() => s_documents.SelectMany(d => Read(d).Split('\n'))
        .Where(l => l.StartsWith("    ", StringComparison.Ordinal) || l.StartsWith("$ ", StringComparison.Ordinal))
        .Select(l => l.TrimStart('$', ' '));

    // Where the documents leave a secret out.
    private static string Example(string value) => value.Contains('…') ? "123456789:AAExample" : value;

    [GeneratedRegex(@"^(env )?(printf '[^']*' \| )?(?<settings>('?[A-Za-z]+__\S+ +|DOTNET_ENVIRONMENT=\S+ )*)(dotnet run --project src/Bot( -p:\S+)?( -- (?<arguments>.*))?|talks-bot/Bot(?<arguments> .*)?)$")]
    private static partial Regex BotStart();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|\S+
        """)]
    private static partial Regex Argument();

    [GeneratedRegex(@"'?(?<key>[A-Za-z]+__[\w.]+)=(?<value>[^\s']*)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\[(\] or \[)?""(?<verb>[a-z-]+)""")]
    private static partial Regex BenchmarkVerb();

    [GeneratedRegex(@"--project tests/Bot\.Benchmarks( -p:\S+)? -- (?<verb>[a-z-]+)")]
    private static partial Regex BenchmarkStart();

    [GeneratedRegex("""
        --filter-(?<kind>class|method|trait) "\*?(?<name>[^"*]+)\*?"
        """)]
    private static partial Regex Filter();

    [GeneratedRegex("^```yaml\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"\s*#.*$")]
    private static partial Regex Comment();
}
