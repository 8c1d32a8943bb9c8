using Bot.Facts.Model;

namespace Bot.Facts.Tests.Model;

/// <summary>The meetings and calls of an event.</summary>
public sealed class MeetingTests
{
    private const string File = "2025-02/call.yaml";
    private const string Title = "  title: { en: The call,";

    [Fact]
    public void An_event_has_several_meetings()
    {
        var meetings = With("{ form: call, between: [trump, putin] }", "{ form: in-person, between: [us, putin], when: 2025-02-13, place: [us], fact: call-length }")
            .Change(File, "  id: call\n  when: 2025-02-12", "  id: call\n  when: 2025-02-12 to 2025-02-13").Load().Base!.FindEvent("call")!.Meetings;

        Assert.Equal([MeetingForm.Call, MeetingForm.InPerson], meetings.Select(m => m.Form));
        Assert.Equal(["trump putin", "us putin"], meetings.Select(m => string.Join(' ', m.Between.Select(p => p.Id))));
        Assert.Equal(["2025-02-12 to 2025-02-13", "2025-02-13"], meetings.Select(m => m.When.ToString()));
        Assert.Equal(["", "us"], meetings.Select(m => string.Join(' ', m.Places.Select(p => p.Id))));
        Assert.Equal(["call-held", "call-length"], meetings.Select(m => m.Fact.Id));
    }

    [Fact]
    public void An_event_at_which_nobody_met_has_none() => Assert.Empty(new SmallBase().Load().Base!.FindEvent("call")!.Meetings);

    [Fact]
    public void A_state_took_part_where_somebody_of_it_did()
    {
        var facts = With("{ form: call, between: [trump, putin] }").Load().Base!;
        var meeting = facts.FindEvent("call")!.Meetings[0];

        Assert.True(meeting.Has(facts.FindParty("putin")!));
        Assert.True(meeting.Has(facts.FindParty("us")!));
        Assert.False(meeting.IsIn(facts.FindParty("us")!));
    }

    [Theory]
    [InlineData("{ form: letter, between: [trump, putin] }", "'letter' is not known here; use one of: in-person, call")]
    [InlineData("{ form: call, between: [trump, puttin], fact: call-held }", "there is no party 'puttin'; did you mean 'putin'?")]
    [InlineData("{ form: call }", "the meeting has no 'between'; add it: Who met: people, organisations, or states where nobody is named; the heads of both sides first.")]
    [InlineData("{ form: call, between: [trump] }", "the meeting is between fewer than two; name whoever else took part, or remove it")]
    [InlineData("{ form: call, between: [trump, trump] }", "the meeting is between fewer than two; name whoever else took part, or remove it")]
    [InlineData("{ form: call, between: [trump, us] }", "no fact of the event is by or about all of them; name the fact that says so with 'fact'")]
    [InlineData("{ form: call, between: [trump, putin], fact: call-hold }", "there is no fact 'call-hold'; did you mean 'call-held'?")]
    [InlineData("{ form: call, between: [trump, putin], when: 2025-02-13 }", "the meeting lies neither within the event, 2025-02-12, nor on the day of its fact, 2025-02-12; fix the date, or name another fact")]
    public void A_mistake_in_a_meeting_is_found(string meeting, string problem)
    {
        Assert.EndsWith(problem, Assert.Single(With(meeting).Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fact_of_a_meeting_is_one_of_its_event()
    {
        var @base = With("{ form: call, between: [trump, putin], fact: later-call }")
            .Change("2025-02/chapter.yaml", "statements: 1 to 2\nbounds:\n  events: 1 to 1\n  facts: 2 to 2\n", "statements: 1 to 2\n");
        @base.Write("2025-02/later.yaml", new SmallBase()[File].Replace("id: call\n", "id: later\n", StringComparison.Ordinal).Replace("call-held", "later-call", StringComparison.Ordinal).Replace("call-length", "later-length", StringComparison.Ordinal));

        Assert.EndsWith(
            "the event has no fact 'later-call'; name a fact of the same file, or write the meeting into the file of that fact", Assert.Single(@base.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_on_the_day_of_its_fact_may_lie_outside_the_event()
    {
        Assert.Empty(With("{ form: call, between: [trump, putin], when: 2025-02-14, fact: call-length }").Change(File, "    kind: statement\n    when: 2025-02-12", "    kind: statement\n    when: 2025-02-14").Problems());
    }

    [Fact]
    public void A_meeting_stands_in_the_base_once()
    {
        var twice = With("{ form: call, between: [trump, putin] }", "{ form: call, between: [putin, trump], when: 2025-02-12, fact: call-length }");

        Assert.EndsWith("the base has this meeting twice; keep it in one event", Assert.Single(twice.Problems()), StringComparison.Ordinal);
    }

    private static SmallBase With(params string[] meetings) =>
        new SmallBase().Change(File, Title, $"  meetings:\n{string.Concat(meetings.Select(m => $"    - {m}\n"))}{Title}");
}
