using System.Text.Json;
using Bot.Answers;
using Bot.Answers.Explaining;
using Bot.Answers.Model;
using Bot.Cli;
using Bot.Configuration;
using Bot.Facts.Model;
using Bot.Terminal;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class TryCommandTests : IDisposable
{
    private static readonly Explanation s_blocked = new(
        "What does the shop sell?",
        "en",
        Outcome.Unknown,
        [],
        0.04,
        0.75,
        0.25,
        [new("price-adults", 0.5, 0.04, "How much is a ticket?", [new("coverage", 0.25), new("margin", 1)])],
        new RivalSubject("shop", IsBetter: true, "Is there a shop?"),
        [new ReadName("the town", "town", IsOfFirst: false)]);

    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_question_of_several_words_needs_no_quotation_marks()
    {
        _work.Variables["Facts__Path"] = OpeningHours.Folder;

        var tried = await _work.RunAsync("facts", "try", "--json", "Do", "children", "pay?");

        Assert.Equal((0, ""), (tried.ExitCode, tried.Error));
        Assert.Contains("\"candidates\":[{\"fact\":\"price-children\"", tried.Lines.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_questions_in_quotation_marks_are_tried_one_by_one()
    {
        _work.Variables["Facts__Path"] = OpeningHours.Folder;

        var tried = await _work.RunAsync("facts", "try", "--json", "Do children pay?", "xyzzy plugh");

        Assert.Equal((1, 2), (tried.ExitCode, tried.Lines.Length));
        Assert.Contains("\"question\":\"Do children pay?\"", tried.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blank_lines_are_skipped_and_one_question_without_an_answer_is_exit_code_1()
    {
        using var output = new StringWriter { NewLine = "\n" };

        Assert.Equal(0, await TryCommand.TryLinesAsync(OpeningHours.Facts, ["Do children pay?", " "], "en", new TryWriter(output, json: true, hasColours: false), TestContext.Current.CancellationToken));
        Assert.Equal(1, await TryCommand.TryLinesAsync(OpeningHours.Facts, ["xyzzy plugh", "Do children pay?"], "en", new TryWriter(output, json: true, hasColours: false), TestContext.Current.CancellationToken));
        Assert.Equal(3, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void People_read_the_tier_the_facts_what_blocked_it_and_why()
    {
        Assert.Equal(
            """
            What does the shop sell?
              unknown in en, confidence 0.04 (closest from 0.25, answered from 0.75)
                price-adults score 0.50, confidence 0.04
                  nearest example: How much is a ticket?
                  coverage 0.25, margin 1
                out of scope: shop
                  nearest example: Is there a shop?
                names: “the town” is town
                why: the confidence of price-adults is 0.04, below 0.25, from which a fact is shown
                why: the subject out of scope shop shares more words with it than any fact: “Is there a shop?”
                why: “the town” was read as town, whom price-adults is neither by nor about

            """,
            Written(w => w.Write(s_blocked)));
    }

    [Fact]
    public async Task The_closest_are_listed_only_of_a_chapter()
    {
        var tried = await CommandLineOutput("facts", "try", "--all", "Do children pay?");

        Assert.Equal((ExitCode.InvalidUsage, "--all is for --only\n"), tried);
    }

    [Fact]
    public void A_terminal_gets_colours()
    {
        var text = Written(w => w.Write(s_blocked), hasColours: true);

        Assert.StartsWith("\e[1mWhat does the shop sell?\e[0m\n  \e[31munknown\e[0m in en", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', Written(w => w.Write(s_blocked)));
    }

    [Theory]
    [InlineData(null, "xterm-256color", true)]
    [InlineData("", "xterm-256color", true)]
    [InlineData("0", "xterm-256color", false)]
    [InlineData(null, "dumb", false)]
    [InlineData(null, null, true)]
    public void Colours_can_be_turned_off(string? noColor, string? term, bool areWanted) => Assert.Equal(areWanted, TerminalColours.AreWanted(noColor, term));

    [Fact]
    public void A_chapter_lists_what_it_misses_and_the_totals()
    {
        TrialCase[] cases =
        [
            new("Do children pay?", "en", ["price-children"], TrialResult.Answered, null),
            new("Is it free?", "en", ["price-children"], TrialResult.Closest, s_blocked with { Outcome = Outcome.Closest, Confidence = 0.5, Subject = null, Names = [] }),
            new("What does the shop sell?", "en", ["price-children"], TrialResult.Missed, s_blocked),
        ];

        Assert.Equal(
            """
            missed en: What does the shop sell? (price-children)
                why: its own fact is not among the best; the first is price-adults with 0.50: “How much is a ticket?”
                why: the confidence of price-adults is 0.04, below 0.25, from which a fact is shown
                why: the subject out of scope shop shares more words with it than any fact: “Is there a shop?”
                why: “the town” was read as town, whom price-adults is neither by nor about
            en: 3 questions: 1 answered, 1 closest, 0 wrong, 1 missed
            visiting: 3 questions: 1 answered, 1 closest, 0 wrong, 1 missed; --all lists the closest

            """,
            Written(w => w.Write("visiting", [.. cases], listsClosest: false)));
        Assert.StartsWith(
            """
            closest en: Is it free? (price-children)
                why: its own fact is not among the best; the first is price-adults with 0.50: “How much is a ticket?”
                why: the confidence of price-adults is 0.50, below 0.75, from which a fact is an answer
            missed en: What does the shop sell? (price-children)

            """,
            Written(w => w.Write("visiting", [.. cases], listsClosest: true)),
            StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Written(w => w.Write("visiting", [.. cases], listsClosest: false), json: true));
        using var allJson = JsonDocument.Parse(Written(w => w.Write("visiting", [.. cases], listsClosest: true), json: true));
        Assert.Equal("closest", allJson.RootElement.GetProperty("misses")[0].GetProperty("result").GetString());
        Assert.Equal((3, 1, 1), (json.RootElement.GetProperty("questions").GetInt32(), json.RootElement.GetProperty("answered").GetInt32(), json.RootElement.GetProperty("closest").GetInt32()));
        Assert.Equal("missed", json.RootElement.GetProperty("misses")[0].GetProperty("result").GetString());
    }

    [Fact]
    public async Task An_unknown_chapter_is_named_with_the_nearest()
    {
        using var error = new StringWriter { NewLine = "\n" };

        var code = await TryCommand.TryChapterAsync(OpeningHours.Facts, "visitng", listsClosest: false, new TryWriter(TextWriter.Null, json: false, hasColours: false), error, TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.InvalidUsage, "there is no chapter 'visitng'; did you mean 'visiting'?\n"), (code, error.ToString()));
    }

    private static async Task<(int Code, string Error)> CommandLineOutput(params string[] arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        return (await CommandLine.RunAsync(arguments, TextWriter.Null, error, TimeProvider.System), error.ToString());
    }

    private static string Written(Action<TryWriter> write, bool json = false, bool hasColours = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(new TryWriter(output, json, hasColours));
        return output.ToString();
    }
}
