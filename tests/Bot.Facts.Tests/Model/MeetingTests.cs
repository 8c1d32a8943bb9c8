using Bot.Facts.Model;

namespace Bot.Facts.Tests.Model;

public sealed class MeetingTests
{
    private const string File = "2025-02/call.yaml";
    private const string Title = "  title: { en: The call,";

    [Fact]
    public void An_event_says_who_met_and_how()
    {
        var facts = new SmallBase().Change(File, Title, "  meeting: { form: call, between: [trump, putin] }\n" + Title).Load().Base!;
        var meeting = facts.FindEvent("call")!.Meeting!;

        Assert.Equal(MeetingForm.Call, meeting.Form);
        Assert.Equal(["trump", "putin"], meeting.Between.Select(p => p.Id));
        Assert.True(meeting.Has(facts.FindParty("putin")!));
        Assert.Null(new SmallBase().Load().Base!.FindEvent("call")!.Meeting);
    }

    [Fact]
    public void A_state_took_part_where_somebody_on_its_side_did()
    {
        var facts = new SmallBase().Change(File, Title, "  meeting: { form: call, between: [trump] }\n" + Title).Load().Base!;
        var meeting = facts.FindEvent("call")!.Meeting!;

        Assert.True(meeting.Has(facts.FindParty("us")!));
        Assert.False(meeting.Has(facts.FindParty("putin")!));
    }

    [Theory]
    [InlineData("{ form: letter, between: [trump] }", "'letter' is not known here; use one of: in-person, call")]
    [InlineData("{ form: call, between: [puttin] }", "there is no party 'puttin'; did you mean 'putin'?")]
    [InlineData("{ form: call }", "the meeting has no 'between'; add it: Who met: people, or states.")]
    public void A_mistake_in_it_is_found(string meeting, string problem)
    {
        Assert.EndsWith(problem, Assert.Single(new SmallBase().Change(File, Title, $"  meeting: {meeting}\n" + Title).Problems()), StringComparison.Ordinal);
    }
}
