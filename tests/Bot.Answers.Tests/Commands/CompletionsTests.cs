using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class CompletionsTests
{
    private static readonly string[] s_typed =
        ["", " ", "a", "lavr", "лавр", "拉夫", "12 Feb", "лютого", "2月", "nato", "1", "[", "/", "\ud800", "\u202e", "🙂", "<b>", new('x', 1000), new('x', 10_000)];

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void At_most_25_values_are_offered_whatever_is_typed(string language)
    {
        Assert.All(SampleBase.Answerer.ListCommands(language), command => Assert.All(command.Parameters, parameter => Assert.All(s_typed, typed =>
        {
            var values = SampleBase.Answerer.Complete(command.Name, parameter.Name, typed, language);
            Assert.InRange(values.Length, 0, 25);
            Assert.Equal(values.Length, values.DistinctBy(v => v.Value).Count());
        })));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Every_value_that_is_offered_is_answered(string language)
    {
        Assert.All(SampleBase.Answerer.ListCommands(language), command => Assert.All(command.Parameters, parameter =>
        {
            var values = SampleBase.Answerer.Complete(command.Name, parameter.Name, "", language);
            Assert.NotEmpty(values);
            Assert.All(values, value => Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(new Request(command.Name, value.Value, language)).Outcome));
        }));
    }

    [Theory]
    [InlineData("lavr")]
    [InlineData("лавр")]
    [InlineData("拉夫")]
    [InlineData("拉夫羅夫")]
    public void The_beginning_of_a_name_is_completed(string typed)
    {
        Assert.Equal(new Completion("lavrov", "Sergey Lavrov"), SampleBase.Answerer.Complete("who", "name", typed, "en")[0]);
    }

    [Theory]
    [InlineData("en", "18 feb")]
    [InlineData("zh-Hant", "2月18日")]
    [InlineData("ru", "18 фев")]
    [InlineData("uk", "18 лют")]
    public void A_day_is_completed_in_the_readers_own_form(string language, string typed)
    {
        Assert.Contains(SampleBase.Answerer.Complete("timeline", "when", typed, language), c => c.Value == "2025-02-18");
    }

    [Theory]
    [InlineData("en", "/pos")]
    [InlineData("ru", "поз")]
    [InlineData("ru", "pos")]
    [InlineData("zh-Hant", "立")]
    public void A_command_is_completed_by_its_own_name_and_by_the_readers(string language, string typed)
    {
        Assert.Equal([new Completion("positions", "/positions")], SampleBase.Answerer.Complete("help", "command", typed, language));
    }

    [Theory]
    [InlineData("nothing", "name")]
    [InlineData("who", "nobody")]
    [InlineData("timeline", "name")]
    [InlineData("about", "name")]
    public void Nothing_is_offered_for_a_command_or_parameter_that_there_is_not(string command, string parameter)
    {
        Assert.Empty(SampleBase.Answerer.Complete(command, parameter, "", "en"));
    }
}
