using Bot.Answers.Model;
using Bot.Terminal;
using Spectre.Console.Testing;

namespace Bot.Tests;

public sealed class TerminalRendererTests
{
    private static readonly Answer s_english = new()
    {
        Outcome = Outcome.Answered,
        Request = new Request("ask", "", "en") { Detail = Detail.Full },
        Language = "en",
        Title = "Talks [bold]about[/] talks",
        Version = "12345678",
        Sections =
        [
            new(null, ["Foreign minister of Russia [a]", "Side: Russia"], []),
            new("Said or did",
            [],
            [
                new("one", ["S41"], "2025-02-18", "The US–Russia talks in Riyadh on 18 February 2025 lasted about 4.5 hours, according to Politico.") { Status = new("confirmed", "✓", "Confirmed"), Date = "18 February 2025", Note = null, Labels = ["15", "16", "a"] },
                new("two", ["S16"], "from 2025-01-20", "Trump set about promoting peace talks.") { Status = new("confirmed-with-nuance", "≈", "Confirmed with nuance"), Date = "from 20 January 2025", Note = "The article says “immediately”; the record shows first steps within two weeks.", Labels = ["4"], Remarks = ["as of 22 November 2026"] },
                new("three", ["S23"], "2025-02-12", "Ratcliffe headed the CIA, not the FBI.") { Status = new("corrected", "✎", "Corrected"), Date = "12 February 2025", Note = "The article writes “FBI Director John Ratcliffe”.", Labels = ["12"], NeedsNote = true },
                new("four", [], "2025-02-13", "The report is headlined “Worse than Munich”.") { Status = new("unverified", "?", "Unverified"), Date = "13 February 2025", Note = null, Labels = [] },
            ]),
        ],
        Citations =
        [
            new("15", "ref-15", 15, "Итоги переговоров в Эр-Рияде", "КоммерсантЪ", "2025-02-18", "ru", null, "“Итоги переговоров в Эр-Рияде”, КоммерсантЪ, 18 February 2025, ru", "КоммерсантЪ, 18 February 2025"),
            new("a", "politico", null, null, "Politico", null, "en", "https://www.politico.eu/article/kremlin-vladimir-putin-donald-trump-talks-meeting-february/", "Politico", "Politico"),
        ],
        FollowUps = [new("Lavrov", new Request("who", "lavrov", "en")), new("About this bot", new Request("about", "", "en"))],
    };

    private static readonly Answer s_chinese = new()
    {
        Outcome = Outcome.Answered,
        Request = new Request("ask", "", "en") { Detail = Detail.Full },
        Language = "zh-Hant",
        Title = "美俄利雅德會談",
        Version = "12345678",
        Sections =
        [
            new("言行",
            [],
            [
                new("one", ["S41"], "2025-02-18", "據Politico報道，2025年2月18日的美俄利雅德會談歷時約4.5小時。") { Status = new("confirmed", "✓", "已證實"), Date = "2025年2月18日", Note = "條目所載為4.5小時。Politico寫作「約4.5小時」，News.az轉載的塔斯社報道寫作4.5小時。", Labels = ["15", "16", "a"] },
                new("two", ["S10"], "2025-02-12", "克里姆林宮發言人佩斯科夫表示，2025年2月12日特朗普與普京的通話持續近一個半小時。特朗普則說通話超過一小時。") { Status = new("confirmed-with-nuance", "≈", "證實但有出入"), Date = "2025年2月12日", Note = null, Labels = ["10"] },
            ]),
        ],
        Citations =
        [
            new("15", "ref-15", 15, "Итоги переговоров в Эр-Рияде", "КоммерсантЪ", "2025-02-18", "ru", null, "「Итоги переговоров в Эр-Рияде」、КоммерсантЪ、2025年2月18日、ru", "КоммерсантЪ、2025年2月18日"),
            new("a", "news", null, "美中情局局長出爐！由川普忠實盟友雷克里夫出任", "華視新聞", "2025-01-24", "zh-Hant", "https://news.cts.com.tw/cts/international/202501/202501242430495.html", "「美中情局局長出爐！由川普忠實盟友雷克里夫出任」、華視新聞、2025年1月24日、zh-Hant", "華視新聞、2025年1月24日"),
        ],
        FollowUps = [new("佩斯科夫", new Request("who", "peskov", "zh-Hant"))],
    };

    [Theory]
    [InlineData("en", 40)]
    [InlineData("en", 100)]
    [InlineData("zh-Hant", 40)]
    [InlineData("zh-Hant", 100)]
    public void An_answer_is_drawn_as_approved(string language, int width)
    {
        Approved.Matches("Bot.Tests", $"answer.{language}.{width}.txt", Draw(language, width));
    }

    [Fact]
    public void A_short_answer_is_drawn_as_approved()
    {
        var source = s_english.Citations[1];
        var answer = s_english with { Request = new Request("ask", "", "en"), Sections = [.. s_english.Sections.Select(s => s with { Facts = [.. s.Facts.Select(f => f with { Source = source })] })] };
        using var console = new TestConsole().Width(100);
        console.Write(TerminalRenderer.Render(answer));

        Approved.Matches("Bot.Tests", "answer.en.short.txt", string.Join('\n', console.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())));
    }

    [Fact]
    public void What_the_base_says_of_the_time_is_drawn_once()
    {
        using var console = new TestConsole().Width(100);
        console.Write(TerminalRenderer.Render(s_english with { Remarks = ["Few reports were looked at."] }));

        Assert.Equal(2, console.Output.Split("Few reports were looked at.").Length);
    }

    [Theory]
    [InlineData("en", 12)]
    [InlineData("en", 40)]
    [InlineData("en", 100)]
    [InlineData("zh-Hant", 12)]
    [InlineData("zh-Hant", 40)]
    [InlineData("zh-Hant", 41)]
    [InlineData("zh-Hant", 100)]
    public void No_line_is_wider_than_the_terminal(string language, int width)
    {
        Assert.All(Draw(language, width).Split('\n'), line => Assert.InRange(Cells(line), 0, width));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public void No_word_of_an_answer_is_lost(int width)
    {
        var drawn = string.Concat(Draw("zh-Hant", width).Where(c => !char.IsWhiteSpace(c)));

        Assert.All(
            s_chinese.Facts.SelectMany(f => (string?[])[f.Date, f.Text, f.Note]).OfType<string>(),
            text => Assert.Contains(text, drawn, StringComparison.Ordinal));
    }

    private static string Draw(string language, int width)
    {
        using var console = new TestConsole().Width(width);
        console.Write(TerminalRenderer.Render(language == "en" ? s_english : s_chinese));
        return string.Join('\n', console.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    // Unicode Standard Annex 11: the wide characters that occur here are Han and the punctuation that goes with it.
    private static int Cells(string line) => line.Sum(c => c is >= '\u2e80' and <= '\u9fff' or >= '\uff00' and <= '\uff60' ? 2 : 1);
}
