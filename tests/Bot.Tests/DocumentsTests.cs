using System.Text.RegularExpressions;
using Bot.Answers.Rendering;
using Bot.Configuration;
using Bot.Terminal;

namespace Bot.Tests;

/// <summary>What the documents show is what the program does.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string[] s_withAnswers = ["README.md", "src/Bot/SCRIPTING.md"];

    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task An_answer_in_a_document_is_what_the_program_prints()
    {
        var shown = s_withAnswers.SelectMany(f => Answer().Matches(Read(f))).ToList();
        Assert.Equal(4, shown.Count);
        foreach (var answer in shown)
        {
            var lines = new LineAnswerer(LiveBase.Answerer, TimeProvider.System, answer.Groups["language"].Value);
            var given = await lines.AnswerAsync(answer.Groups["question"].Value.Trim('"'), null, TestContext.Current.CancellationToken);

            Assert.Equal(WithoutNeighbours(answer.Groups["text"].Value), WithoutNeighbours(PlainTextRenderer.Write(Summary.Of(given.Answer))));
        }
    }

    [Fact]
    public void The_README_lists_every_command_with_its_usage_and_what_it_is_for()
    {
        var listed = CommandRow().Matches(Read("README.md")).Select(m => (m.Groups["usage"].Value, m.Groups["help"].Value));

        Assert.Equal(SampleBase.Answerer.ListCommands("en").Select(c => (c.Usage, c.Help)), listed);
    }

    [Fact]
    public void SETTINGS_lists_every_key_but_those_that_no_operator_sets()
    {
        var keys = BotOptions.Sections.SelectMany(s => s.Value.Select(k => $"{s.Key}:{k}")).Where(k => k != "Telegram:Webhook");

        Assert.Equal(keys.Order(StringComparer.Ordinal), SettingRow().Matches(Read("src/Bot/SETTINGS.md")).Select(m => m.Groups["key"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OPERATIONS_lists_every_event_of_the_log()
    {
        var events = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*Events.cs", SearchOption.AllDirectories)
            .SelectMany(f => EventId().Matches(File.ReadAllText(f)).Select(m => $"{m.Groups["id"].Value} {Path.GetFileNameWithoutExtension(f)}.{m.Groups["name"].Value}"));

        Assert.Equal(events.Order(StringComparer.Ordinal), EventRow().Matches(Read("src/Bot/OPERATIONS.md")).Select(m => $"{m.Groups["id"].Value} {m.Groups["name"].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_README_can_be_read_in_one_sitting()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));

        Assert.InRange(lines.Length, 100, 210);
        Assert.DoesNotContain(lines, l => l.Length > 160);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_link_to_a_file_leads_there(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var links = Link().Matches(Read(document)).Select(m => m.Groups["path"].Value).Where(p => !p.Contains("://", StringComparison.Ordinal));

        Assert.DoesNotContain(links, l => !Path.Exists(Path.Combine(folder, l)));
    }

    // Which facts are the next closest depends on every fact of the base, and so changes with a new chapter. Which one is the closest does not.
    private static string WithoutNeighbours(string answer) => ClosestFacts().Replace(answer, "${first}");

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n");

    [GeneratedRegex("""(?<first>\n/closest \S+).*$""", RegexOptions.Singleline)]
    private static partial Regex ClosestFacts();

    [GeneratedRegex("""^<!-- answer: ask (--lang (?<language>\S+) )?(?<question>.+?) -->\n```text\n(?<text>.*?)\n```$""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^\| `(?<usage>/[^`]+)` \| (?<help>[^|]+) \| `/", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"^\| `(?<key>\w+(:\w+)+)` \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"^\| (?<id>\d+) \| [^|]+ \| `(?<name>\w+\.\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"public const int (?<name>\w+) = (?<id>\d+);")]
    private static partial Regex EventId();

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
