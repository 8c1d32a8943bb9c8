using System.Text.Json;
using Bot.Facts.Model;

namespace Bot.Tests;

[Collection(nameof(AloneCollection))]
[Trait("Program", "Published")]
public sealed class FactsCommandsTests : IDisposable
{
    private static readonly string[] s_locales = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];

    private readonly ProgramFolder _work = new(isAlone: true);

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Check_ends_with_0_when_nothing_is_wrong()
    {
        var facts = OpeningHours.Facts;
        _work.Variables["Facts__Path"] = OpeningHours.Folder;

        var ended = await _work.RunAsync("facts", "check", "--strict");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            $"{OpeningHours.Folder}: {facts.Facts.Length} facts, {facts.Events.Length} events, {facts.Parties.Length} parties, {facts.Sources.Length} sources, version {facts.Version}: no problems\n",
            ended.Output);
    }

    [Fact]
    public async Task Check_ends_with_1_and_lists_every_problem_by_place()
    {
        var facts = _work.CopyFacts();
        File.AppendAllText(Path.Combine(facts, "base.yaml"), "nope: 1\nnope2: 2\n");
        File.WriteAllText(Path.Combine(facts, "stray.yaml"), "x: 1\n");
        var line = File.ReadLines(Path.Combine(facts, "base.yaml")).Count();

        var ended = await _work.RunAsync("facts", "check");
        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            [
                $"base.yaml:{line - 1}:1: unknown key 'nope'; use one of: as-of, languages, name, description, short-description, about, checked-against, sides, examples, main-event, overview, remarks, regional-words, thresholds, forbidden-aliases, bounds",
                $"base.yaml:{line}:1: unknown key 'nope2'; use one of: as-of, languages, name, description, short-description, about, checked-against, sides, examples, main-event, overview, remarks, regional-words, thresholds, forbidden-aliases, bounds",
                "stray.yaml:1:1: this is not a file of the base; give it the extension .yaml and move it to names/, sources/ or a chapter's folder",
                $"{facts}: 3 problem(s)",
            ],
            ended.Lines);
    }

    [Fact]
    public async Task Check_lists_warnings_and_fails_on_them_only_if_asked_to()
    {
        var facts = _work.Variables["Facts__Path"] = SampleBase.Copy(_work.Folder);

        var listed = await _work.RunAsync("facts", "check");
        // In a process of its own.
        var strict = await _work.FeedAsync("", "facts", "check", "--strict");

        Assert.Equal(0, listed.ExitCode);
        Assert.Contains("out-of-scope/people.yaml:275:11: warning: the question stands already under 'near-hegseth-nato-not-realistic', at out-of-scope/near-facts.yaml:713; remove one of them [repeated-questions]", listed.Lines);
        Assert.EndsWith(": 8 warning(s)\n", listed.Output, StringComparison.Ordinal);
        Assert.StartsWith(facts, listed.Lines[^1], StringComparison.Ordinal);
        Assert.Equal((1, listed.Output), (strict.ExitCode, strict.Output));
    }

    [Fact]
    public async Task Init_writes_a_valid_base_in_the_chosen_language_and_never_overwrites()
    {
        var folder = Path.Combine(_work.Folder, "own");

        var begun = await _work.RunAsync("facts", "init", folder, "--language", "uk");
        var again = await _work.RunAsync("facts", "init", folder);

        Assert.Equal((0, ""), (begun.ExitCode, begun.Error));
        Assert.Contains(Path.Combine(folder, "first-chapter", "opening-hours.yaml"), begun.Output, StringComparison.Ordinal);
        Assert.Equal(2, again.ExitCode);
        Assert.StartsWith("The base cannot be written: ", again.Error, StringComparison.Ordinal);
        var facts = SampleBase.Load(folder);
        Assert.Equal([Language.Ukrainian], facts.Languages);
        Assert.Equal(["library-hours"], facts.Facts.Select(f => f.Id));
    }

    [Fact]
    public async Task Check_fixes_what_has_one_right_fix_and_lists_the_rest()
    {
        var facts = _work.CopyFacts();
        var (baseFile, subjects) = (Path.Combine(facts, "base.yaml"), Path.Combine(facts, "out-of-scope", "war.yaml"));
        var (before, subjectsBefore) = (File.ReadAllText(baseFile), File.ReadAllText(subjects));
        File.WriteAllText(baseFile, before.Replace("forbidden-aliases:", "never-aliases:", StringComparison.Ordinal));
        File.WriteAllText(subjects, subjectsBefore.Replace("subjects:", "matters:", StringComparison.Ordinal));

        var listed = await _work.RunAsync("facts", "check");
        var repaired = await _work.RunAsync("facts", "check", "--fix");

        Assert.Equal(1, listed.ExitCode);
        Assert.Contains(listed.Lines, l => l.EndsWith("the key 'never-aliases' is called 'forbidden-aliases' now; rename it to 'forbidden-aliases'", StringComparison.Ordinal));
        Assert.Contains(listed.Lines, l => l.EndsWith("the key 'matters' is called 'subjects' now; rename it to 'subjects'", StringComparison.Ordinal));
        Assert.Equal((0, ""), (repaired.ExitCode, repaired.Error));
        Assert.Contains(repaired.Lines, l => l.EndsWith("fixed: the key 'never-aliases' is called 'forbidden-aliases' now", StringComparison.Ordinal));
        Assert.Contains(repaired.Lines, l => l.EndsWith("fixed: the key 'matters' is called 'subjects' now", StringComparison.Ordinal));
        Assert.Equal((before, subjectsBefore), (File.ReadAllText(baseFile), File.ReadAllText(subjects)));
    }

    [Fact]
    public async Task Check_of_a_missing_base_ends_with_1()
    {
        _work.Variables["Facts__Path"] = "/nowhere/at/all";

        var ended = await _work.RunAsync("facts", "check");

        Assert.Equal(1, ended.ExitCode);
        Assert.Equal(["/nowhere/at/all:1:1: there is no such folder; set Facts:Path to the folder of the base", "/nowhere/at/all: 1 problem(s)"], ended.Lines);
    }

    [Fact]
    public async Task Export_holds_everything_once_in_all_languages()
    {
        var facts = SampleBase.Load(SmallSample.Folder);

        var ended = await _work.RunAsync("facts", "export");
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));

        var lines = ended.Json.ToLookup(line => line.GetProperty("type").GetString()!);
        Assert.Equal(["base", "chapter", "event", "fact", "party", "topic", "source"], lines.Select(l => l.Key));
        Assert.Equal([facts.Version], Ids(lines["base"]));
        Assert.Equal(facts.Chapters.Select(c => c.Id), Ids(lines["chapter"]));
        Assert.Equal(facts.Events.Select(e => e.Id), Ids(lines["event"]));
        Assert.Equal(facts.Facts.Select(f => f.Id), Ids(lines["fact"]));
        Assert.Equal(facts.Parties.Select(p => p.Id), Ids(lines["party"]));
        Assert.Equal(facts.Topics.Select(t => t.Id), Ids(lines["topic"]));
        Assert.Equal(facts.Sources.Select(s => s.Id), Ids(lines["source"]));

        Assert.All(lines["event"].Concat(lines["party"]).Concat(lines["topic"]), line => AssertLocales(line.GetProperty("name")));
        Assert.All(lines["fact"], fact =>
        {
            AssertLocales(fact.GetProperty("text"));
            AssertLocales(fact.GetProperty("note"));
            Assert.Equal("2026-11-22", fact.GetProperty("checked").GetString());
            Assert.Contains(fact.GetProperty("status").GetString(), (string[])["confirmed", "confirmed-with-nuance", "corrected", "unverified"]);
        });
    }

    [Fact]
    public async Task Export_writes_a_region_with_its_own_names()
    {
        var ended = await _work.RunAsync("facts", "export");

        var trump = ended.Json.Single(line => line.GetProperty("type").GetString() == "party" && line.GetProperty("id").GetString() == "trump").GetProperty("short");
        Assert.Equal(("川普", "特朗普"), (trump.GetProperty("zh-TW").GetString(), trump.GetProperty("zh-HK").GetString()));
    }

    [Fact]
    public async Task Schema_writes_the_repositorys_schemas()
    {
        var written = Path.Combine(_work.CopyFacts(), "schema");

        var ended = await _work.RunAsync("facts", "schema");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(Schemas(Path.Combine(Repository.Facts, "schema")), Schemas(written));
        Assert.Equal(ended.Lines.Order(StringComparer.Ordinal), Directory.EnumerateFiles(written).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> lines) => lines.Select(line => line.GetProperty("id").GetString()!);

    private static void AssertLocales(JsonElement text)
    {
        Assert.Equal(s_locales, text.EnumerateObject().Select(p => p.Name));
        Assert.All(text.EnumerateObject(), p => Assert.NotEqual("", p.Value.GetString()));
    }

    private static IEnumerable<(string Name, string Text)> Schemas(string folder) =>
        Directory.EnumerateFiles(folder, "*.schema.json").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)));
}
