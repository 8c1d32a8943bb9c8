namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class AskCommandTests : IDisposable
{
    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("How long did the Riyadh talks last?", "US–Russia talks in Riyadh", "about 4.5 hours", "Confirmed")]
    [InlineData("利雅德會談持續多久？", "美俄利雅德會談", "約4.5小時", "已證實")]
    [InlineData("利雅得会谈持续了多久？", "美俄利雅得会谈", "约4.5小时", "已证实")]
    [InlineData("Сколько длились переговоры в Эр-Рияде?", "Переговоры США и России в Эр-Рияде", "около 4,5 часа", "Подтверждено")]
    [InlineData("Скільки тривали переговори в Ер-Ріяді?", "Переговори США та Росії в Ер-Ріяді", "близько 4,5 години", "Підтверджено")]
    public async Task A_question_is_answered_in_its_own_language(string question, string title, string said, string status)
    {
        var ended = await _work.RunAsync("ask", question);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(title, ended.Lines[0]);
        Assert.Contains(ended.Lines, line => line.StartsWith("• ", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal));
        Assert.Contains(ended.Lines, line => line.StartsWith($"  ✓ {status} · Politico https://", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Lavrov", "Side: Russia")]
    [InlineData("zh-Hant", "拉夫羅夫", "所屬方：俄羅斯")]
    [InlineData("zh-Hans", "拉夫罗夫", "所属方：俄罗斯")]
    [InlineData("ru", "Лавров", "Сторона: Россия")]
    [InlineData("uk", "Лавров", "Сторона: Росія")]
    public async Task Lang_names_the_readers_language_whatever_the_question_is_written_in(string tag, string name, string side)
    {
        var ended = await _work.RunAsync("ask", "--lang", tag, "/who", "Лавров");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains(name, ended.Lines[0], StringComparison.Ordinal);
        Assert.Contains(side, ended.Lines);
    }

    [Theory]
    [InlineData("how long did the talks in riyadh last")]
    [InlineData("@bot how long did the talks in riyadh last")]
    public async Task A_question_may_be_several_words_of_the_command_line(string question)
    {
        var ended = await _work.RunAsync(["ask", .. question.Split(' ')]);

        Assert.Equal((0, "US–Russia talks in Riyadh"), (ended.ExitCode, ended.Lines[0]));
    }

    [Theory]
    [InlineData("/source 10", "Footnote 10")]
    [InlineData("/FACT S41", "US–Russia talks in Riyadh")]
    [InlineData("  /about", "About this bot")]
    [InlineData("/help lang:ru", "Справка")]
    public async Task Text_that_begins_with_a_slash_runs_that_command(string text, string title)
    {
        var ended = await _work.RunAsync("ask", text);

        Assert.Equal((0, title), (ended.ExitCode, ended.Lines[0]));
    }

    [Fact]
    public async Task A_question_follows_up_on_the_facts_that_after_names()
    {
        var ended = await _work.RunAsync("ask", "--json", "--after", "riyadh-talks-duration", "--after", "ratcliffe-named-to-us-team", "source?");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(
            ["riyadh-talks-duration", "ratcliffe-named-to-us-team"],
            ended.Json.Single().GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("riyadh-talks-duratoin", "--after is 'riyadh-talks-duratoin', which is no fact's id; did you mean riyadh-talks-duration?")]
    [InlineData("nothing-like-any-fact-of-the-base", "--after is 'nothing-like-any-fact-of-the-base', which is no fact's id")]
    public async Task After_names_a_fact_of_the_base(string fact, string error)
    {
        var ended = await _work.RunAsync("ask", "--after", fact, "source?");

        Assert.Equal((2, "", error), (ended.ExitCode, ended.Output, ended.Error.Trim()));
    }

    [Fact]
    public async Task A_question_that_begins_with_a_dash_stands_after_two_dashes()
    {
        var ended = await _work.RunAsync("ask", "--json", "--", "--how long did the riyadh talks last");

        Assert.Equal((0, "--how long did the riyadh talks last"), (ended.ExitCode, ended.Json.Single().GetProperty("question").GetString()));
    }
}
