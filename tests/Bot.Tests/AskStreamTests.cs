using System.Text.Json;

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

        var ended = await _work.FeedAsync(string.Concat(lines.Select(l => l.Tag.Length > 0 ? $"{l.Tag}\t{l.Question}\n" : l.Question + "\n")), "ask", "--json", "--stdin");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(lines.Select(l => (l.Question, l.Language)), ended.Json.Select(a => (Question(a), Language(a))));
    }

    [Fact]
    public async Task A_blank_line_is_a_question_without_words()
    {
        var ended = await _work.FeedAsync("\n   \nuk\t\n/about\n\n", "ask", "--json", "--stdin");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(
            [("", "en", "invalid"), ("   ", "en", "invalid"), ("", "uk", "invalid"), ("/about", "en", "answered"), ("", "en", "invalid")],
            ended.Json.Select(a => (Question(a), Language(a), Outcome(a))));
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
        var ended = await _work.FeedAsync("/about\r\n/help", "ask", "--json", "--stdin");

        Assert.Equal(["/about", "/help"], ended.Json.Select(Question));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_become_replacement_characters_and_disturb_no_other_line()
    {
        var ended = await _work.FeedAsync(
            [0xff, 0xfe, .. "who is Lavrov\n"u8, .. "/about\n"u8, 0xc3, 0x28, (byte)'\n', .. "a\rb\0c\u001b[31m\u2028\n"u8, 0xed, 0xa0, 0x80, (byte)'\n', .. "/help"u8],
            "ask",
            "--json",
            "--stdin");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            ["\ufffd\ufffdwho is Lavrov", "/about", "\ufffd(", "a\rb\0c\u001b[31m\u2028", "\ufffd\ufffd\ufffd", "/help"],
            ended.Json.Select(Question));
    }

    [Fact]
    public async Task Very_long_lines_are_refused_one_by_one()
    {
        var longLine = new string('利', 300_000);

        var ended = await _work.FeedAsync($"{longLine}\n/about\nru\t{longLine}\n/help\n", "ask", "--json", "--stdin");

        Assert.Equal(["invalid", "answered", "invalid", "answered"], ended.Json.Select(Outcome));
        Assert.Equal(longLine, Question(ended.Json[0]));
        Assert.EndsWith("\n\nСлишком длинно. Уложитесь в 1000 знаков.", ended.Json[2].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de\twhen did Rubio call Lavrov")]
    [InlineData("\twhen did Rubio call Lavrov")]
    [InlineData("when did Rubio\tcall Lavrov")]
    public async Task What_stands_before_a_tab_and_is_no_language_belongs_to_the_question(string line)
    {
        var ended = await _work.FeedAsync(line + "\n", "ask", "--json", "--stdin");

        Assert.Equal((line, "en", "answered"), (Question(ended.Json.Single()), Language(ended.Json[0]), Outcome(ended.Json[0])));
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
        var ended = await _work.FeedAsync("хто такий Лавров і що він сказав\n/who lavrov\n", "ask", "--json", "--stdin");

        Assert.Equal(["uk", "en"], ended.Json.Select(Language));
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
            That could not be read

            There is no such command. /help lists those that there are.

            Try also
            /help — Help

            Запит не зрозуміло

            Такої команди немає. Перелік команд: /help.

            Спробуйте також
            /help — Довідка


            """,
            ended.Output);
    }

    private static string Question(JsonElement answer) => answer.GetProperty("question").GetString()!;

    private static string Language(JsonElement answer) => answer.GetProperty("language").GetString()!;

    private static string Outcome(JsonElement answer) => answer.GetProperty("outcome").GetString()!;
}
