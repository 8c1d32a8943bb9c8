using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Cli;
using Bot.Terminal;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class AskStreamTests : IDisposable
{
    private static readonly (string Tag, string Question, string Language)[] s_questions =
    [
        ("", "how long did the Riyadh talks last", "en"),
        ("", "利雅德會談持續多久", "zh-Hant"),
        ("", "利雅得会谈持续了多久", "zh-Hans"),
        ("", "сколько длились переговоры", "ru"),
        ("", "скільки тривали переговори", "uk"),
        ("uk", "Who is Lavrov?", "uk"),
        ("zh-TW", "普京說了什麼", "zh-Hant"),
        ("RU", "/who lavrov", "ru"),
        ("zh_CN.UTF-8", "/about", "zh-Hans"),
        ("en", "Сергей Лавров", "en"),
    ];

    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Two_hundred_lines_get_two_hundred_answers_in_their_order()
    {
        var lines = Enumerable.Range(0, 200).Select(i => (s_questions[i % 10].Tag, Question: $"{s_questions[i % 10].Question} {i}", s_questions[i % 10].Language)).ToList();

        var answers = await AnswerAsync(string.Concat(lines.Select(l => l.Tag.Length > 0 ? $"{l.Tag}\t{l.Question}\n" : l.Question + "\n")));

        Assert.Equal(lines.Select(l => (l.Question, l.Language)), answers.Select(a => (Question(a), Language(a))));
    }

    [Fact]
    public async Task A_blank_line_gets_what_can_be_asked()
    {
        var answers = await AnswerAsync("\n   \nuk\t\n/about\n\n");

        Assert.Equal(
            [("", "en", "talk"), ("   ", "en", "talk"), ("", "uk", "talk"), ("/about", "en", "answered"), ("", "en", "talk")],
            answers.Select(a => (Question(a), Language(a), Outcome(a))));
    }

    [Fact]
    public async Task No_lines_get_no_answers()
    {
        var ended = await _work.RunAsync("ask", "--json", "--stdin");

        Assert.Equal((0, "", ""), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Fact]
    public async Task A_last_line_without_an_end_is_answered_too()
    {
        var answers = await AnswerAsync("/about\r\n/help");

        Assert.Equal(["/about", "/help"], answers.Select(Question));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_become_replacement_characters_and_disturb_no_other_line()
    {
        var ended = await _work.FeedAsync(
            [0xff, 0xfe, .. "who is Lavrov\n"u8, .. "/about\n"u8, 0xc3, 0x28, (byte)'\n', .. "a\tb\0c\u001b[31m\u2028\n"u8, 0xed, 0xa0, 0x80, (byte)'\n', .. "/help"u8],
            "ask",
            "--json",
            "--stdin");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            ["\ufffd\ufffdwho is Lavrov", "/about", "\ufffd(", "a\tb\0c\u001b[31m\u2028", "\ufffd\ufffd\ufffd", "/help"],
            ended.Json.Select(Question));
    }

    [Fact]
    public async Task Very_long_lines_are_refused_one_by_one_with_their_beginning()
    {
        var longLine = new string('利', 300_000);

        var answers = await AnswerAsync($"{longLine}\n/about\nru\t{longLine}\n/help\n{new string(' ', 5_000)}/help");

        Assert.Equal(["invalid", "answered", "invalid", "answered", "invalid"], answers.Select(Outcome));
        Assert.Equal(new string('利', 1333), Question(answers[0]));
        Assert.EndsWith("\n\nСлишком длинно. Уложитесь в 1000 знаков.", answers[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("\n\nThat is too long. Ask in at most 1000 characters.", answers[4].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_may_begin_with_a_byte_order_mark_and_end_in_a_carriage_return()
    {
        var answers = await AnswerAsync("\ufeff/who Lavrov\r\ufeff/about\r\n\ufeffuk\t/help\n");

        Assert.Equal([("/who Lavrov", "answered"), ("/about", "answered"), ("/help", "answered")], answers.Select(a => (Question(a), Outcome(a))));
    }

    [Fact]
    public async Task A_stream_that_is_closed_or_that_nobody_reads_ends_it_with_a_code_and_at_most_one_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is Unix's.");
        const string Script = """
            yes '/who Lavrov' | { "$@" ask --json --stdin; echo "$?" >head.code; } 2>head.error | head -1 >head.out
            "$@" ask hello >&- 2>output.error; echo "$?" >output.code
            "$@" ask --stdin <&- >input.out 2>input.error; echo "$?" >input.code
            echo /about | "$@" ask --json --stdin 2>&- >noerror.out; echo "$?" >noerror.code
            "$@" ask --stdin </ 2>folder.error; echo "$?" >folder.code
            { "$@" <&-; echo "$?" >chat.code; } 2>chat.error
            """;
        await _work.ShellAsync(Script);

        Assert.Equal(("0", "", true), (Left("head.code"), Left("head.error"), Left("head.out").StartsWith("""{"question":"/who Lavrov",""", StringComparison.Ordinal)));
        Assert.Equal(("2", "standard output is closed; open it, for example with >/dev/null"), (Left("output.code"), Left("output.error")));
        Assert.Equal(("2", "", "standard input is closed; open it, for example with </dev/null"), (Left("input.code"), Left("input.out"), Left("input.error")));
        Assert.Equal(("0", true), (Left("noerror.code"), Left("noerror.out").StartsWith("""{"question":"/about",""", StringComparison.Ordinal)));
        Assert.Equal(("2", "standard input cannot be read: Is a directory; check where it comes from"), (Left("folder.code"), Regex.Replace(Left("folder.error"), " : '[^']*'", "")));
        Assert.Equal("2", Left("chat.code"));
        Assert.Equal([MainJobTests.NoPlatform, "standard input is closed; open it, for example with </dev/null"], Left("chat.error").Split('\n'));
    }

    [Theory]
    [InlineData("de\twhen did Rubio call Lavrov")]
    [InlineData("\twhen did Rubio call Lavrov")]
    [InlineData("when did Rubio\tcall Lavrov")]
    public async Task What_stands_before_a_tab_and_is_no_language_belongs_to_the_question(string line)
    {
        var answers = await AnswerAsync(line + "\n");

        Assert.Equal((line, "en", "answered"), (Question(answers.Single()), Language(answers[0]), Outcome(answers[0])));
    }

    [Fact]
    public async Task Lang_holds_for_every_line_that_names_none()
    {
        var ended = await _work.FeedAsync("/about\nen\t/about\nкто такой Лавров\n", "ask", "--json", "--stdin", "--lang", "uk");

        Assert.Equal(["uk", "en", "uk"], ended.Json.Select(Language));
    }

    [Fact]
    public async Task A_line_is_answered_as_if_it_stood_alone()
    {
        var answers = await AnswerAsync("хто такий Лавров і що він сказав\n/who lavrov\n");

        Assert.Equal(["uk", "en"], answers.Select(Language));
    }

    [Fact]
    public async Task A_script_that_asks_and_waits_gets_each_answer_at_once()
    {
        await using var bot = _work.Start("ask", "--json", "--stdin");
        foreach (var question in (string[])["how long did the Riyadh talks last", "/who lavrov", "", "ru\t/help"])
        {
            var answer = JsonElement.Parse((await bot.AskLineAsync(question))!);

            Assert.Equal(question.Split('\t')[^1], Question(answer));
        }

        Assert.Equal((0, ""), ((await bot.EndAsync()).ExitCode, ""));
    }

    [Fact]
    public async Task Without_json_each_answer_is_followed_by_an_empty_line()
    {
        var ended = await _work.FeedAsync("/nope\nuk\t/nope\n", "ask", "--stdin");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(
            """
            No such command

            There is no such command. /help lists those that there are.

            Try also
            /help — Help

            Немає такої команди

            Такої команди немає. Перелік команд: /help.

            Спробуйте також
            /help — Довідка


            """,
            ended.Output);
    }

    private string Left(string name) => File.ReadAllText(Path.Combine(_work.Folder, name)).TrimEnd('\n');

    private static async Task<List<JsonElement>> AnswerAsync(string input)
    {
        using var output = new MemoryStream();
        await using var writer = StandardOutput.Write(output);
        using var stream = new MemoryStream(BotProcess.Utf8.GetBytes(input));
        await AskCommand.StreamAsync(new LineAnswerer(SampleBase.Answerer, TimeProvider.System, ""), json: true, StandardInput.Read(stream), writer, TestContext.Current.CancellationToken);
        await writer.FlushAsync(TestContext.Current.CancellationToken);
        return [.. BotProcess.Utf8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line))];
    }

    private static string Question(JsonElement answer) => answer.GetProperty("question").GetString()!;

    private static string Language(JsonElement answer) => answer.GetProperty("language").GetString()!;

    private static string Outcome(JsonElement answer) => answer.GetProperty("outcome").GetString()!;
}
