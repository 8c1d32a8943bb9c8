using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Texts;

public sealed class TextFilesTests
{
    [Fact]
    public void No_text_of_the_program_is_missing()
    {
        Assert.Empty(TextFiles.Load().Missing());
    }

    [Fact]
    public void All_texts_that_are_missing_are_reported_at_once()
    {
        var all = Languages.Tags.ToDictionary(tag => tag, tag => "text");
        var shared = new Dictionary<string, Dictionary<string, string>>
        {
            ["Sources"] = new() { ["en"] = "Sources", ["zh-Hant"] = "來源", ["ru"] = "Источники" },
            ["TryAlso"] = all,
            ["CountFacts_one"] = new() { ["en"] = "{0}", ["ru"] = "{0}" },
            ["CountFacts_other"] = new() { ["en"] = "{0}", ["zh-Hant"] = "{0}", ["zh-Hans"] = "{0}" },
            ["CountFacts_few"] = new() { ["ru"] = "{0}", ["uk"] = "{0}" },
        };
        var who = new CommandTextFile
        {
            Name = all,
            Parameters = new() { ["name"] = new ParameterTextFile { Name = all } },
            Texts = new() { ["Empty"] = new() { ["en"] = "Who?" } },
        };

        var missing = new TextFiles(shared, new Dictionary<string, CommandTextFile> { ["who"] = who }).Missing();

        Assert.Equal(
            [
                "shared/CountFacts_many (ru)",
                "shared/CountFacts_many (uk)",
                "shared/CountFacts_one (uk)",
                "shared/Sources (uk)",
                "shared/Sources (zh-Hans)",
                "who/Help (en)",
                "who/Help (ru)",
                "who/Help (uk)",
                "who/Help (zh-Hans)",
                "who/Help (zh-Hant)",
                "who/Parameters/name/Help (en)",
                "who/Parameters/name/Help (ru)",
                "who/Parameters/name/Help (uk)",
                "who/Parameters/name/Help (zh-Hans)",
                "who/Parameters/name/Help (zh-Hant)",
                "who/Texts/Empty (ru)",
                "who/Texts/Empty (uk)",
                "who/Texts/Empty (zh-Hans)",
                "who/Texts/Empty (zh-Hant)",
            ],
            missing);
    }
}
