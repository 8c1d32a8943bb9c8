using Bot.Answers.Model;
using Bot.Answers.Tests.Values;
using Bot.Facts.Model;

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
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void A_day_with_facts_is_offered_in_every_form_that_the_command_reads(string language)
    {
        var days = SampleBase.Facts.Facts.Where(f => f.Date.Precision == DatePrecision.Day).Select(f => f.Date.First).Distinct();

        Assert.All(days, day => Assert.All(WrittenDays.WithYear(day, Locales.FromTag(language).ToLanguage()), typed =>
            Assert.Equal($"{day:yyyy-MM-dd}", SampleBase.Answerer.Complete("timeline", "when", typed, language)[0].Value)));
    }

    [Theory]
    [InlineData("en", "Feb 12", "2025-02-12")]
    [InlineData("en", "12.02", "2025-02-12")]
    [InlineData("zh-Hant", "2/12", "2025-02-12")]
    [InlineData("en", "фев", "2025-02")]
    [InlineData("ru", "feb", "2025-02")]
    [InlineData("uk", "17-18 Feb", "2025-02-17 to 2025-02-18")]
    [InlineData("en", "until 15 Feb", "before 2025-02-16")]
    public void What_is_typed_in_another_language_or_form_is_offered_as_it_is_read(string language, string typed, string value)
    {
        Assert.Equal(value, SampleBase.Answerer.Complete("timeline", "when", typed, language)[0].Value);
    }

    [Theory]
    [InlineData("41")]
    [InlineData("S41")]
    [InlineData("s41")]
    [InlineData("[S41]")]
    [InlineData("Ｓ41")]
    [InlineData("Ｓ４１")]
    public void The_number_of_a_statement_is_answered_and_completed(string typed)
    {
        var fact = SampleBase.Facts.Facts.First(f => f.Statements.Contains("S41"));

        Assert.Equal([fact.Id], SampleBase.Ask("/fact " + typed).Ids());
        var first = SampleBase.Answerer.Complete("fact", "id", typed, "en")[0];
        Assert.Equal(fact.Id, first.Value);
        Assert.StartsWith("[S41] ", first.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_below_ten_needs_no_zero()
    {
        Assert.Equal(SampleBase.Ask("/fact S08").Ids(), SampleBase.Ask("/fact S8").Ids());
        Assert.Equal(SampleBase.Ask("/fact S08").Ids(), SampleBase.Ask("/fact 8").Ids());
    }

    [Theory]
    [InlineData("en", "and 24 more")]
    [InlineData("zh-Hant", "另有24項")]
    [InlineData("zh-Hans", "另有24项")]
    [InlineData("ru", "и ещё 24")]
    [InlineData("uk", "і ще 24")]
    public void People_come_first_and_the_last_label_says_how_many_there_are_besides(string language, string more)
    {
        var people = SampleBase.Facts.Parties.Where(p => p.Kind == PartyKind.Person).Select(p => p.Id).ToList();
        var offered = SampleBase.Answerer.Complete("who", "name", "", language);

        Assert.Equal(25, offered.Length);
        Assert.Equal(people.Take(25), offered.Select(c => c.Value).Take(people.Count));
        Assert.EndsWith(more, offered[^1].Label, StringComparison.Ordinal);
        Assert.DoesNotContain(more, offered[^2].Label, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void A_value_is_short_enough_for_every_platform(string language)
    {
        Assert.All(SampleBase.Answerer.ListCommands(language), command => Assert.All(command.Parameters, parameter => Assert.All(s_typed, typed =>
            Assert.All(SampleBase.Answerer.Complete(command.Name, parameter.Name, typed, language), c => Assert.InRange(c.Value.Length, 1, 100)))));
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
