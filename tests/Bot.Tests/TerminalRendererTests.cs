using Bot.Answers.Model;
using Bot.Terminal;
using Spectre.Console.Testing;

namespace Bot.Tests;

public sealed class TerminalRendererTests
{
    private static readonly Answer s_english = new()
    {
        Outcome = Outcome.Answered,
        Request = new Request("ask", "", "en"),
        Language = "en",
        Title = "Talks [bold]about[/] talks",
        Version = "12345678",
        Sections =
        [
            new(null, ["Foreign minister of Russia [a]", "Side: Russia"], []),
            new("Said or did",
            [],
            [
                new("one", ["S41"], "18 February 2025", new("confirmed", "✓", "Confirmed"), "The US–Russia talks in Riyadh on 18 February 2025 lasted about 4.5 hours, according to Politico.", null, ["15", "16", "a"]),
                new("two", ["S16"], "from 20 January 2025", new("confirmed-with-nuance", "≈", "Confirmed with nuance"), "Trump set about promoting peace talks.", "The article says “immediately”; the record shows first steps within two weeks.", ["4"]),
                new("three", ["S23"], "12 February 2025", new("corrected", "✎", "Corrected"), "Ratcliffe headed the CIA, not the FBI.", "The article writes “FBI Director John Ratcliffe”.", ["12"]),
                new("four", [], "13 February 2025", new("unverified", "?", "Unverified"), "The report is headlined “Worse than Munich”.", null, []),
            ]),
        ],
        Citations =
        [
            new("15", "ref-15", 15, "Итоги переговоров в Эр-Рияде", "КоммерсантЪ", "2025-02-18", "ru", null, "“Итоги переговоров в Эр-Рияде”, КоммерсантЪ, 18 February 2025, ru"),
            new("a", "politico", null, null, "Politico", null, "en", "https://www.politico.eu/article/kremlin-vladimir-putin-donald-trump-talks-meeting-february/", "(headline not seen), Politico, no date given, en"),
        ],
        FollowUps = [new("Lavrov", new Request("who", "lavrov", "en")), new("About this bot", new Request("about", "", "en"))],
    };

    private static readonly Answer s_chinese = new()
    {
        Outcome = Outcome.Answered,
        Request = new Request("ask", "", "en"),
        Language = "zh-Hant",
        Title = "美俄利雅德會談",
        Version = "12345678",
        Sections =
        [
            new("言行",
            [],
            [
                new("one", ["S41"], "2025年2月18日", new("confirmed", "✓", "已證實"), "據Politico報道，2025年2月18日的美俄利雅德會談歷時約4.5小時。", "條目所載為4.5小時。Politico寫作「約4.5小時」，News.az轉載的塔斯社報道寫作4.5小時。", ["15", "16", "a"]),
                new("two", ["S10"], "2025年2月12日", new("confirmed-with-nuance", "≈", "證實但有出入"), "克里姆林宮發言人佩斯科夫表示，2025年2月12日特朗普與普京的通話持續近一個半小時。特朗普則說通話超過一小時。", null, ["10"]),
            ]),
        ],
        Citations =
        [
            new("15", "ref-15", 15, "Итоги переговоров в Эр-Рияде", "КоммерсантЪ", "2025-02-18", "ru", null, "「Итоги переговоров в Эр-Рияде」、КоммерсантЪ、2025年2月18日、ru"),
            new("a", "news", null, "美中情局局長出爐！由川普忠實盟友雷克里夫出任", "華視新聞", "2025-01-24", "zh-Hant", "https://news.cts.com.tw/cts/international/202501/202501242430495.html", "「美中情局局長出爐！由川普忠實盟友雷克里夫出任」、華視新聞、2025年1月24日、zh-Hant"),
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
