using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Live;

/// <summary>What holds of every meeting, whatever event it is in.</summary>
public sealed class EveryMeetingTests
{
    private static readonly List<Meeting> s_meetings = [.. LiveBase.Facts.Events.SelectMany(e => e.Meetings)];

    [Fact]
    public void Every_meeting_is_found_by_its_people_and_its_time()
    {
        Assert.All(s_meetings, meeting =>
        {
            var answer = LiveBase.Ask($"/meetings {meeting.Form.ToWord()} {string.Join(' ', meeting.Between.Select(p => p.Id))} {meeting.When}");
            Assert.Equal((Outcome.Answered, true), (answer.Outcome, answer.Facts.Any()));
        });
    }

    [Fact]
    public void Every_meeting_is_at_a_time_and_in_a_place_or_a_house() =>
        Assert.All(s_meetings, m => Assert.True(m.When.Precision is not (DatePrecision.Before or DatePrecision.From) && m.Places.All(p => p.Kind != PartyKind.Person), m.Fact.Id));

    [Fact]
    public void The_fact_of_a_meeting_is_by_or_about_some_of_those_who_met_or_their_states() =>
        Assert.All(s_meetings, m => Assert.Contains(m.Fact.By.Concat(m.Fact.About), m.Has));
}
