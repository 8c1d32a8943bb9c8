using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

/// <summary>Questions that name a day or place where those people met, though what is asked about is told of another meeting.</summary>
public sealed class OtherMeetingTests
{
    private static readonly Lazy<Answerer> s_answerer = new(() => new Answerer(SampleBase.Load(Repository.WholeBase)));

    [Theory]
    [InlineData("en", "Was it the White House or the Kremlin that asked for the 12 February 2025 call?", "The base does not say exactly this, or not for certain. The closest fact that it has:")]
    [InlineData("en", "Did Trump and Putin talk about Iran's nuclear programme on 12 February 2025?", "The base does not say exactly this, or not for certain. The closest fact that it has:")]
    [InlineData("ru", "Затронули ли Трамп и Путин 12 февраля иранскую ядерную программу?", "Именно этого в базе нет, или это нельзя утверждать с уверенностью. Ближайший факт в ней:")]
    [InlineData("en", "Did Witkoff and Putin speak about the ownership of the Zaporizhzhia plant in Moscow?", "The base does not say exactly this, or not for certain. The closest fact that it has:")]
    public void What_is_right_of_one_meeting_is_not_corrected_by_a_fact_on_another(string language, string question, string closest)
    {
        var answer = s_answerer.Value.Answer(question, language);

        Assert.Equal(Outcome.Closest, answer.Outcome);
        Assert.Equal(closest, answer.Prose());
    }

    [Theory]
    [InlineData("Trump and Putin discussed Iran's nuclear programme on 12 February 2025.", "call-june-4-airfields", "")]
    [InlineData("Trump and Putin discussed Iran's nuclear programme on 13 February 2025.", "call-june-4-airfields", "Date: the message has another; the base has 4 June 2025.")]
    public void A_message_is_not_compared_with_another_meeting_either(string message, string fact, string comparison)
    {
        var section = s_answerer.Value.Answer("/check " + message, "en").Sections[0];

        Assert.Equal((fact, comparison), (section.Facts[0].Id, string.Join('\n', section.Paragraphs)));
    }

    [Theory]
    [InlineData("Was the Alaska summit of Trump and Putin on 12 February 2025?", "15 August 2025: that is the date in the base, not the one in the question.")]
    [InlineData("Did Trump and Putin agree on 13 February 2025 to stop strikes on energy sites?", "18 March 2025: that is the date in the base, not the one in the question.")]
    public void A_day_on_which_they_did_not_meet_there_is_corrected(string question, string lead)
    {
        Assert.StartsWith(lead, s_answerer.Value.Answer(question, "en").Prose(), StringComparison.Ordinal);
    }
}
