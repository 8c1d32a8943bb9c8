using System.Text;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class BadInputTests
{
    // Stands in every input, so that an echo is seen.
    private const string Trace = "zqxj";

    private static readonly string[] s_inputs =
    [
        "", " \t\n", "?!…", "\0\u0001\u001b[31m", "\u202e\u202d\u2066\u200f", "\ud800", "\udfff\ud83d", "🙂🙃", "****", "/",
        "/ask", "/ask \ud800", "/who", "/source كريملين", "/who プーチン", "/who \u202e", "/fact 🙂",
        Trace, new('z', 10_000), new('/', 50), $"\u001b]0;{Trace}\a", $"\u202e{Trace}\u202c", $"{Trace}\ud800", $"🙂{Trace}",
        $"<b>{Trace}</b>", $"<img src=x onerror={Trace}>", $"**{Trace}** [{Trace}](http://{Trace}.example)", $"_@{Trace}_ ~~{Trace}~~ `{Trace}`",
        $"/{Trace}", $"/{Trace} lang:uk", $"/who Lavrov lang:{Trace}", $"/timeline page:{Trace}", $"/who <b>{Trace}", $"/fact {Trace}",
        $"/source {Trace}", $"/positions {Trace}", $"/reactions {Trace}", $"/timeline {Trace}", $"/ask `{Trace}`",
    ];

    public static TheoryData<string, string> Inputs =>
        [.. Languages.Tags.SelectMany(language => s_inputs.Select((_, i) => (language, $"{i}")))];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Bad_input_gets_a_short_clear_answer_without_an_echo(string language, string input)
    {
        var answer = SampleBase.Ask(s_inputs[int.Parse(input)], language);

        Assert.Contains(answer.Outcome, (Outcome[])[Outcome.Invalid, Outcome.Unknown, Outcome.Talk]);
        Assert.Empty(answer.Facts);
        Assert.NotEmpty(answer.Title);
        Assert.InRange(answer.Prose().Length, 10, 200);
        AssertHarmless(answer);
    }

    [Theory]
    [InlineData("en", "There is no such command. /help lists those that there are.")]
    [InlineData("zh-Hant", "沒有這個指令。/help 列出所有指令。")]
    [InlineData("zh-Hans", "没有这个命令。/help 列出所有命令。")]
    [InlineData("ru", "Такой команды нет. Список команд: /help.")]
    [InlineData("uk", "Такої команди немає. Перелік команд: /help.")]
    public void An_unknown_command_is_answered_in_the_readers_language(string language, string text)
    {
        Assert.Equal(text, SampleBase.Ask("/" + Trace, language).Prose());
    }

    [Theory]
    [InlineData("/who Lavrov lang:de", "That language is not available. Use one of: en, zh-Hant, zh-Hans, ru, uk.")]
    [InlineData("/timeline page:0", "A page is a whole number from 1, for example page:2.")]
    public void A_wrong_option_says_how_to_put_it_right(string text, string answer)
    {
        Assert.Equal(answer, SampleBase.Ask(text).Prose());
    }

    [Fact]
    public void Five_thousand_hostile_inputs_never_throw_and_are_never_echoed()
    {
        var random = new Random(20250218);
        string[] languages = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk", "de", "", "\ud800", Trace];
        for (var i = 0; i < 5_000; i++)
        {
            AssertHarmless(SampleBase.Ask(Hostile(random), languages[random.Next(languages.Length)]));
        }
    }

    private static string Hostile(Random random)
    {
        string[] pieces =
        [
            .. SampleBase.Answerer.ListCommands("en").Select(c => $"/{c.Name} "), "//", "/",
            "lang:uk ", "lang:", "page:2 ", "page:-1 ", "Lavrov ", "普京", "Зеленський ", "12 Feb ", "2月30日", "31.31.", "99999999999-", "S41 ", "riyadh-talks",
            "<script>", "</script>", "@everyone ", "](http://", "```", "{0}", "{", "%s", "\0", "\u001b[2J", "\r\n", "\u202e", "\u2066", "\ufeff", "\ud83d", "\udc00", "🙂", "е\u0301\u0301\u0301", "十十十日", "¼", "Ⅷ", "٣",
        ];
        var text = new StringBuilder();
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            text.Append(random.Next(4) switch
            {
                0 => Trace,
                1 => ((char)random.Next(char.MaxValue + 1)).ToString(),
                _ => pieces[random.Next(pieces.Length)],
            });
        }

        return text.ToString();
    }

    private static void AssertHarmless(Answer answer)
    {
        var text = PlainTextRenderer.Write(answer);
        Assert.DoesNotContain(Trace, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(text, c => char.IsSurrogate(c) || (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2066' or '\ufeff');
        Assert.All(answer.FollowUps, f => Assert.DoesNotContain(Trace, f.Request.ToString(), StringComparison.OrdinalIgnoreCase));
    }
}
