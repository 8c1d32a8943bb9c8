using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Terminal;
using Spectre.Console.Testing;

namespace Bot.Tests;

/// <summary>In the terminal and in JSON, a base of another kind is served without a word of the base that is shipped.</summary>
public sealed class AnotherBaseTests
{
    [Theory]
    [InlineData("US–Russia talks held in Riyadh", "Riyadh", "US", "Russia")]
    [InlineData("拉夫羅夫在利雅德", "利雅", "拉夫羅夫", "利雅德")]
    [InlineData("拉夫罗夫和特朗普", "拉夫罗夫", "特朗普")]
    [InlineData("Википедия о Лаврове", "Википед", "Лаврове")]
    [InlineData("Вікіпедія про Україну", "Вікіпед", "Україну")]
    [InlineData("The museum is closed on Mondays.")]
    public void A_word_of_another_base_is_found_in_every_language(string text, params string[] words)
    {
        Assert.Superset(words.ToHashSet(), WordsOfAnotherBase.In(text).ToHashSet());
        Assert.Equal(words.Length == 0, WordsOfAnotherBase.In(text).Count == 0);
    }

    [Fact]
    public void The_requests_reach_every_tier_and_every_command()
    {
        Assert.InRange(WordsOfAnotherBase.Count, 1000, 100_000);
        Assert.Equal(["positions", "reactions"], OpeningHoursRequests.NotOffered);
        Assert.Equal(Enum.GetValues<Outcome>().Order(), OpeningHoursRequests.Tiers.Keys.Order());
        Assert.All(OpeningHoursRequests.Tiers, tier => Assert.Equal(tier.Key, OpeningHours.Ask(tier.Value).Outcome));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public async Task No_line_of_the_terminal_or_of_JSON_has_a_word_of_another_base_or_of_what_the_base_lacks(string language)
    {
        var lines = new LineAnswerer(OpeningHours.Answerer, TimeProvider.System, language);
        foreach (var request in OpeningHoursRequests.All)
        {
            var answer = await lines.AnswerAsync(request, null, TestContext.Current.CancellationToken);
            var full = answer.Answer with { Request = answer.Answer.Request with { Detail = Detail.Full } };
            using var console = new TestConsole().Width(200);
            console.Write(TerminalRenderer.Render(full));
            string[] shown = [PlainTextRenderer.Write(Summary.Of(answer.Answer)), console.Output, (answer with { Question = "" }).ToJson()];

            Assert.All(shown, text => Assert.Empty(WordsOfAnotherBase.In(text)));
            Assert.All(OpeningHoursRequests.AsksForAbsent(request) ? [] : shown[..2], text => Assert.DoesNotMatch(OpeningHoursRequests.Absent, text));
        }
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void No_description_completion_or_suggestion_has_one(string language)
    {
        var answerer = OpeningHours.Answerer;
        var commands = answerer.ListCommands(language);
        var (full, @short) = answerer.Describe(language);
        string[] texts =
        [
            full, @short, answerer.AskPrompt(language),
            .. commands.SelectMany(c => (string[])[c.LocalName, c.Help, c.Usage, .. c.Parameters.SelectMany(p => (string[])[p.LocalName, p.Help])]),
            .. OpeningHoursRequests.Commands.SelectMany(c => ((string[])["question", "when", "topic", "name", "source", "party", "country", "id", "command"])
                .SelectMany(p => ((string[])["", "a", "museum"]).SelectMany(typed => answerer.Complete(c, p, typed, language))).SelectMany(c => (string[])[c.Label, c.Value])),
            .. ((string[])["", "a", "museum", "xyzzy"]).SelectMany(typed => answerer.Suggest(typed, language, 20)).Select(f => f.Label),
        ];

        Assert.All(texts, text => Assert.Empty(WordsOfAnotherBase.In(text)));
        Assert.All(texts, text => Assert.DoesNotMatch(OpeningHoursRequests.Absent, text));
        Assert.DoesNotContain(commands, c => OpeningHoursRequests.NotOffered.Contains(c.Name));
    }
}
