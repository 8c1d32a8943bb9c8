namespace Bot.Tests;

public sealed class ExitCodeTests : IDisposable
{
    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("ask", "how long did the riyadh talks last")]
    [InlineData("ask", "/corrections")]
    [InlineData("ask", "--json", "/timeline 12 Feb")]
    [InlineData("ask", "--help")]
    public async Task What_is_answered_ends_with_0(params string[] arguments)
    {
        var ended = await _work.RunAsync(arguments);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.NotEmpty(ended.Output);
    }

    [Theory]
    [InlineData("ask", "рецепт пельменей")]
    [InlineData("ask", "--json", "how do I make borscht")]
    [InlineData("ask", "/who Taylor Swift")]
    [InlineData("ask", "/who Lavrof")]
    [InlineData("ask", "/fact no-such-fact-anywhere")]
    [InlineData("ask", "/source 31")]
    public async Task What_is_not_known_ends_with_1(params string[] arguments)
    {
        var ended = await _work.RunAsync(arguments);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        Assert.NotEmpty(ended.Output);
    }

    [Theory]
    [InlineData("No such command", "ask", "/nope")]
    [InlineData("That could not be read", "ask", "/about lang:de")]
    public async Task An_invalid_request_is_answered_and_ends_with_2(string title, params string[] arguments)
    {
        var ended = await _work.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(title, ended.Lines[0]);
    }

    [Fact]
    public async Task A_question_that_is_too_long_ends_with_2()
    {
        var ended = await _work.RunAsync("ask", new string('a', 10_000));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Error));
        Assert.Equal("That is too long. Ask in at most 1000 characters.", ended.Lines[^1]);
    }

    [Theory]
    [InlineData("--lang is 'de'; use one of en, zh-Hant, zh-TW, zh-HK, zh-Hans, ru, uk", "ask", "--lang", "de", "hello")]
    [InlineData("give a question, or --stdin", "ask")]
    [InlineData("give a question, or --stdin", "ask", "--json")]
    [InlineData("--stdin takes its questions from standard input, not from the command line", "ask", "--stdin", "hello")]
    [InlineData("there is no option --jsn; see ask --help, or write -- before a question that begins with a dash", "ask", "--jsn", "hello")]
    [InlineData("there is no option -x; see ask --help, or write -- before a question that begins with a dash", "ask", "hello", "-x")]
    [InlineData("Required argument missing for option: '--lang'.", "ask", "--lang")]
    [InlineData("Unrecognized command or argument 'talk'.", "talk")]
    [InlineData("Unrecognized command or argument '--token'.", "--token")]
    [InlineData("Required command was not provided.", "facts")]
    [InlineData("Unrecognized command or argument 'x'.", "facts", "check", "x")]
    public async Task Bad_use_ends_with_2_and_says_on_standard_error_what_is_wrong(string message, params string[] arguments)
    {
        var ended = await _work.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Equal(message, ended.Error.Split('\n')[0]);
    }

    [Theory]
    [InlineData("ask", "hello")]
    [InlineData("ask", "--stdin", "--json")]
    [InlineData("facts", "export")]
    [InlineData("facts", "schema")]
    [InlineData]
    public async Task Without_a_base_it_ends_with_3(params string[] arguments)
    {
        var missing = _work.Variables["Facts__Path"] = Path.Combine(_work.Folder, "nowhere");

        var ended = await _work.FeedAsync("hello\n", arguments);

        Assert.Equal((3, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(missing, ended.Error, StringComparison.Ordinal);
        Assert.Contains("there is no such folder; set Facts:Path to the folder of the base", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task An_empty_base_ends_with_3_and_the_files_that_are_missing()
    {
        var empty = _work.Variables["Facts__Path"] = Directory.CreateDirectory(Path.Combine(_work.Folder, "facts")).FullName;

        var ended = await _work.RunAsync("ask", "hello");

        Assert.Equal((3, ""), (ended.ExitCode, ended.Output));
        Assert.Equal(
            $"""
            <chapter>/chapter.yaml:1:1: the file is missing; add it: facts/README.md shows an example
            base.yaml:1:1: the file is missing; add it: facts/README.md shows an example
            names/people.yaml:1:1: the file is missing; add it: facts/README.md shows an example
            names/topics.yaml:1:1: the file is missing; add it: facts/README.md shows an example
            sources/evidence.yaml:1:1: the file is missing; add it: facts/README.md shows an example
            5 problem(s) in {empty}. The base is not served.
            """,
            ended.Error);
    }

    [Theory]
    [InlineData("ask", "how long did the riyadh talks last")]
    [InlineData]
    public async Task A_broken_base_ends_with_3_and_all_its_problems(params string[] arguments)
    {
        var facts = _work.CopyFacts();
        File.WriteAllText(Path.Combine(facts, "base.yaml"), "nope: 1\n" + File.ReadAllText(Path.Combine(SampleBase.Folder, "base.yaml")));
        File.WriteAllText(Path.Combine(facts, "names", "topics.yaml"), File.ReadAllText(Path.Combine(SampleBase.Folder, "names", "topics.yaml")) + "  - id: Bad Id\n");

        var ended = await _work.RunAsync(arguments);

        Assert.Equal((3, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("base.yaml:1:1: unknown key 'nope'; use one of: as-of, languages, name, description, short-description, about, checked-against, sides, examples, main-event, overview, remarks, regional-words, thresholds, forbidden-aliases, bounds", ended.Error, StringComparison.Ordinal);
        Assert.All(ended.Error.Split('\n')[..^1], line => Assert.Matches("^[a-z/-]+\\.yaml:[0-9]+:[0-9]+: .+; .+$", line));
        Assert.Contains(ended.Error.Split('\n'), line => line.StartsWith("names/topics.yaml:", StringComparison.Ordinal) && line.Contains("Bad Id", StringComparison.Ordinal));
        Assert.EndsWith($" problem(s) in {facts}. The base is not served.", ended.Error, StringComparison.Ordinal);
    }
}
