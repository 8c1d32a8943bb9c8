using Bot.Answers.Model;
using Bot.Answers.Rendering;

namespace Bot.Answers.Tests.Commands;

public sealed class ApprovedAnswersTests
{
    // Help would change with every new command: it is approved over commands made up for the purpose.
    public static TheoryData<string> Commands => [.. ExampleRequests.Commands.Where(c => c != "help")];

    public static TheoryData<string, string, string> Requests =>
        [.. ExampleRequests.Commands.SelectMany(command => ExampleRequests.Locales.Select(locale => (command, locale, ExampleRequests.Text(command, locale))))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_answer_reads_as_approved_in_every_language_and_region(string command)
    {
        Approved.Matches("Bot.Answers.Tests", $"{command}.txt", ExampleRequests.Locales.Select(locale =>
        {
            var text = ExampleRequests.Text(command, locale);
            var answer = SampleBase.Ask(text, locale);

            Assert.Equal(Outcome.Answered, answer.Outcome);
            return ($"{locale} {text}", Rendered(answer).Replace(ProgramVersion.Text, "#.#.#", StringComparison.Ordinal));
        }));
    }

    [Fact]
    public void Every_tier_reads_as_approved_in_every_language_and_region()
    {
        Request[] requests =
        [
            new("ask", "riyadh-talks-duration", "") { Detail = Detail.Full },
            new("ask", "riyadh-talks-held !place", ""),
            new(Request.Closest, "riyadh-talks-held riyadh-talks-duration trump-putin-call-length", ""),
            new(Request.Closest, "riyadh-talks-duration !minutes", "") { Detail = Detail.Full },
            new("ask", "asdfghjkl", ""),
            new(Request.Talk, "greeting", ""),
            new(Request.Talk, "other-language", ""),
            new(Request.Check, "riyadh-talks-held =day !place riyadh-talks-duration", ""),
            new(Request.Check, "zelensky-minerals-draft-not-signed", ""),
            new(Request.Check, "", ""),
        ];
        Approved.Matches("Bot.Answers.Tests", "tiers.txt", requests.SelectMany(request => ExampleRequests.Locales.Select(locale =>
            (request with { Language = locale }, Rendered(SampleBase.Answerer.Answer(request with { Language = locale }))))).Select(p => ($"{p.Item1}", p.Item2)));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_follow_up_is_a_command_that_answers(string command, string language, string text)
    {
        var answer = SampleBase.Ask(text, language);

        Assert.True(answer.FollowUps.Length > 0 || command is "corrections" or "timeline", "No follow-up.");
        Assert.All(answer.FollowUps, followUp =>
        {
            Assert.NotEmpty(followUp.Label);
            Assert.Equal(language, followUp.Request.Language);
            Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(followUp.Request).Outcome);
            Assert.Equal(Outcome.Answered, SampleBase.Ask(followUp.Request.ToString()).Outcome);
        });
    }

    private static string Rendered(Answer answer) => PlainTextRenderer.Write(Summary.Of(answer)).Replace(answer.Version, "########", StringComparison.Ordinal) + "\n";

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_label_of_a_fact_points_to_a_source_and_every_source_is_pointed_to(string command, string language, string text)
    {
        var answer = SampleBase.Ask(text, language);
        var prose = answer.Prose();

        Assert.All(answer.Facts, fact => Assert.NotEmpty(fact.Labels));
        Assert.Empty(answer.Facts.SelectMany(f => f.Labels).Except(answer.Citations.Select(c => c.Label)));
        Assert.Equal(answer.Citations.Length, answer.Citations.DistinctBy(c => c.Label).Count());
        if (command != "source")
        {
            Assert.All(answer.Citations, citation => Assert.True(
                answer.Facts.Any(f => f.Labels.Contains(citation.Label)) || prose.Contains($"[{citation.Label}]", StringComparison.Ordinal),
                citation.Label));
        }
    }
}
