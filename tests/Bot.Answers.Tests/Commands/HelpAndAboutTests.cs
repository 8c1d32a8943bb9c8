using Bot.Answers.Model;
using Bot.Testing;

namespace Bot.Answers.Tests.Commands;

public sealed class HelpAndAboutTests
{
    private static readonly string[] s_commands =
        ["ask", "timeline", "who", "source", "positions", "reactions", "corrections", "fact", "help", "about"];

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Help_lists_every_command_and_explains_each(string language)
    {
        var help = SampleBase.Ask("/help", language).Prose();

        Assert.Equal(s_commands, SampleBase.Answerer.ListCommands(language).Select(c => c.Name));
        Assert.All(SampleBase.Answerer.ListCommands(language), command =>
        {
            Assert.Contains(command.Usage, help, StringComparison.Ordinal);
            Assert.Contains(command.Help, help, StringComparison.Ordinal);
            Assert.StartsWith("/" + command.Name, command.Usage, StringComparison.Ordinal);
            var one = SampleBase.Ask("/help /" + command.Name, language);
            Assert.Equal("/" + command.Name, one.Title);
            Assert.Equal(command.Parameters.Select(p => p.Name), one.Headings());
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
}
