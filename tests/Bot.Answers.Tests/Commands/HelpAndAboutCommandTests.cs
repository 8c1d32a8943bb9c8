using System.Collections.Immutable;
using Bot.Answers.Commands;
using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class HelpAndAboutCommandTests
{
    private static readonly ImmutableArray<CommandDescription> s_madeUp =
    [
        new("sing", "sing", "Sings a song", [new("song", "song", "Which song", true), new("verses", "verses", "How many verses of it", false)]),
        new("rest", "rest", "Sings nothing", []),
    ];

    [Fact]
    public void Help_reads_as_approved_over_any_commands()
    {
        IEnumerable<(string Locale, string Words)> requests = [.. ExampleRequests.Locales.Select(locale => (locale, "")), ("en", "sing"), ("en", "/Rest")];

        Approved.Matches("Bot.Answers.Tests", "help.txt", requests.Select(r => ($"{r.Locale} /help {r.Words}".TrimEnd(), Rendered(r.Words, r.Locale))));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Help_lists_every_command_and_explains_each(string language)
    {
        var help = SampleBase.Ask("/help", language).Prose();

        Assert.NotEmpty(SampleBase.Answerer.ListCommands(language));
        Assert.All(SampleBase.Answerer.ListCommands(language), command =>
        {
            Assert.Contains(command.Usage, help, StringComparison.Ordinal);
            Assert.Contains(command.Help, help, StringComparison.Ordinal);
            Assert.StartsWith("/" + command.Name, command.Usage, StringComparison.Ordinal);
            var one = SampleBase.Ask("/help /" + command.Name, language);
            Assert.Equal("/" + command.Name, one.Title);
            Assert.Equal(command.Parameters.Select(p => p.LocalName), one.Headings());
            Assert.All(command.Parameters, p => Assert.Contains(p.Help, one.Prose(), StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("en", "61 facts")]
    [InlineData("zh-Hant", "61")]
    [InlineData("zh-Hans", "61")]
    [InlineData("ru", "61 факт")]
    [InlineData("uk", "61 факт")]
    public void About_tells_counts_and_the_version(string language, string facts)
    {
        var answer = SampleBase.Ask("/about", language);

        Assert.Contains(facts.Replace("61", $"{SampleBase.Facts.Facts.Length}", StringComparison.Ordinal), answer.Prose(), StringComparison.Ordinal);
        Assert.Contains(SampleBase.Facts.Version, answer.Prose(), StringComparison.Ordinal);
        Assert.Equal(SampleBase.Facts.Version, answer.Version);
    }

    [Fact]
    public void About_explains_the_statuses_that_the_base_has_and_no_other()
    {
        string[] explained = ["Confirmed: ", "Confirmed with nuance: ", "Corrected: ", "Unverified: ", "Disputed: "];

        Assert.Equal(["Confirmed: ", "Confirmed with nuance: ", "Unverified: ", "Disputed: "], Explained(OpeningHours.Ask("/about")));
        Assert.Equal(["Confirmed: ", "Confirmed with nuance: ", "Corrected: ", "Unverified: "], Explained(SampleBase.Ask("/about")));

        IEnumerable<string> Explained(Answer about) => explained.Where(s => about.Sections[1].Paragraphs.Any(p => p.StartsWith(s, StringComparison.Ordinal)));
    }

    [Fact]
    public void Help_offers_the_languages_of_the_base_and_none_where_there_is_no_choice()
    {
        Assert.Contains("lang:en, lang:zh-Hant, lang:zh-Hans, lang:ru, lang:uk.", SampleBase.Ask("/help").Prose(), StringComparison.Ordinal);
        Assert.DoesNotContain("lang:", OpeningHours.Ask("/help").Prose(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "/source [source] — ", "Every command has the option “private”: only you see the answer.", "“Check against the facts”")]
    [InlineData("zh-Hant", "/fact 編號 — ", "每個指令都有「私密」選項：只有你看得到答案。", "「對照事實查核」")]
    [InlineData("zh-Hans", "/fact 编号 — ", "每个命令都有“私密”选项：答案仅你可见。", "“对照事实核查”")]
    [InlineData("ru", "/fact номер — ", "У каждой команды есть параметр «лично»: ответ увидите только вы.", "«Сверить с фактами»")]
    [InlineData("uk", "/who ім'я — ", "Кожна команда має параметр «приватно»: відповідь побачите лише ви.", "«Звірити з фактами»")]
    public void Where_commands_are_forms_help_explains_the_private_option_and_the_message_command_and_no_typed_option(string language, string usage, string privateOption, string messageCommand)
    {
        var help = SampleBase.Answerer.Answer(new Request("help", "", language), CommandInput.Form).Prose();

        Assert.Contains(usage, help, StringComparison.Ordinal);
        Assert.Contains(privateOption, help, StringComparison.Ordinal);
        Assert.Contains(messageCommand, help, StringComparison.Ordinal);
        Assert.DoesNotContain("lang:", help, StringComparison.Ordinal);
        Assert.DoesNotContain(privateOption, SampleBase.Ask("/help", language).Prose(), StringComparison.Ordinal);
    }

    private static string Rendered(string words, string locale)
    {
        var (snapshot, citations) = (new BaseSnapshot(SampleBase.Facts), new CitationFormatter());
        var reply = new AnswerBuilder(snapshot, new CardFormatter(snapshot, citations), citations, Locales.FromTag(locale), new Request("help", words, locale));
        return PlainTextRenderer.Write(new HelpCommand((_, _) => s_madeUp).Answer(words, reply)) + "\n";
    }
}
