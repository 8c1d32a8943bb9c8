using Bot.Adapters.Limiting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Limiting;

public sealed class AdmissionControlTests
{
    private static readonly Admission s_admitted = new(AdmissionResult.Admitted);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_user_over_the_limit_is_notified_once_and_then_not_answered_until_the_minute_is_over()
    {
        using var limits = new AdmissionControl(2, 0, 0, _time);

        Assert.Equal(s_admitted, limits.Admit("T", 1, 9));
        _time.Advance(TimeSpan.FromSeconds(12.5));
        Assert.Equal(s_admitted, limits.Admit("T", 1, 9));
        Assert.Equal(new Admission(AdmissionResult.Rejected, 48), limits.Admit("T", 1, 9));
        Assert.Equal(new Admission(AdmissionResult.RejectedAgain, 48), limits.Admit("T", 1, 9));
        _time.Advance(TimeSpan.FromSeconds(47.4));
        Assert.Equal(new Admission(AdmissionResult.RejectedAgain, 1), limits.Admit("T", 1, 8));

        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(s_admitted, limits.Admit("T", 1, 9));
        Assert.Equal(s_admitted, limits.Admit("T", 1, 9));
        Assert.Equal(new Admission(AdmissionResult.Rejected, 60), limits.Admit("T", 1, 9));
    }

    [Fact]
    public void One_person_does_not_use_up_what_another_may_ask_nor_the_same_number_on_another_platform()
    {
        using var limits = new AdmissionControl(1, 0, 0, _time);

        Assert.Equal(s_admitted, limits.Admit("T", 1, 9));
        Assert.Equal(s_admitted, limits.Admit("T", 2, 9));
        Assert.Equal(s_admitted, limits.Admit("D", 1, 9));
        Assert.Equal(AdmissionResult.Rejected, limits.Admit("T", 1, 9).Result);
    }

    [Fact]
    public void A_chat_has_a_limit_of_its_own_and_is_notified_once_whoever_asks()
    {
        using var limits = new AdmissionControl(2, 3, 0, _time);
        Assert.All(Enumerable.Range(1, 3), user => Assert.Equal(s_admitted, limits.Admit("T", user, 9)));

        Assert.Equal(new Admission(AdmissionResult.Rejected, 60), limits.Admit("T", 4, 9));
        Assert.Equal(new Admission(AdmissionResult.RejectedAgain, 60), limits.Admit("T", 5, 9));
        Assert.Equal(s_admitted, limits.Admit("T", 5, 10));
    }

    [Fact]
    public void What_a_person_may_not_ask_does_not_use_up_what_the_chat_may()
    {
        using var limits = new AdmissionControl(1, 2, 0, _time);

        Assert.Equal(s_admitted, limits.Admit("T", 1, 9));
        Assert.Equal(AdmissionResult.Rejected, limits.Admit("T", 1, 9).Result);
        Assert.Equal(AdmissionResult.RejectedAgain, limits.Admit("T", 1, 9).Result);
        Assert.Equal(s_admitted, limits.Admit("T", 2, 9));
    }

    [Fact]
    public void Who_types_is_counted_apart_ten_times_as_generously()
    {
        using var limits = new AdmissionControl(2, 0, 0, _time);

        Assert.All(Enumerable.Range(1, 20), _ => Assert.Equal(s_admitted, limits.AdmitTyping("T", 1)));
        Assert.Equal(new Admission(AdmissionResult.Rejected, 60), limits.AdmitTyping("T", 1));
        Assert.Equal(s_admitted, limits.Admit("T", 1, 9));
    }

    [Fact]
    public void Without_limits_or_without_numbers_nobody_is_refused()
    {
        using var none = new AdmissionControl(0, 0, 0, _time);
        using var limits = new AdmissionControl(1, 1, 0, _time);

        Assert.False(none.IsEnabled);
        Assert.All(Enumerable.Range(1, 1000), _ => Assert.Equal(s_admitted, none.Admit("T", 1, 1)));
        Assert.All(Enumerable.Range(1, 1000), _ => Assert.Equal(s_admitted, none.AdmitTyping("T", 1)));
        Assert.All(Enumerable.Range(1, 1000), _ => Assert.Equal(s_admitted, limits.Admit("T", null, null)));
        Assert.Equal((0, 0), (none.TrackedCount, limits.TrackedCount));
    }

    [Fact]
    public void What_is_counted_is_forgotten_after_its_minute_and_is_never_more_than_there_is_room_for()
    {
        using var limits = new AdmissionControl(1, 0, 0, _time);
        for (var user = 1; user <= AdmissionControl.MaxTracked + 500; user++)
        {
            Assert.Equal(s_admitted, limits.Admit("T", user, null));
        }

        Assert.Equal(65_536, limits.TrackedCount);
        Assert.Equal(s_admitted, limits.Admit("T", 66_000, null));
        Assert.Equal(AdmissionResult.Rejected, limits.Admit("T", 1, null).Result);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, limits.TrackedCount);
        Assert.Equal(s_admitted, limits.Admit("T", 66_000, null));
        Assert.Equal(1, limits.TrackedCount);
    }

    [Fact]
    public async Task Of_a_thousand_threads_as_many_are_admitted_as_may_be_and_one_is_notified()
    {
        using var limits = new AdmissionControl(100, 0, 0, _time);
        var verdicts = new AdmissionResult[1000];

        await Parallel.ForAsync(0, 1000, TestContext.Current.CancellationToken, (i, _) =>
        {
            verdicts[i] = limits.Admit("T", 1, 9).Result;
            return ValueTask.CompletedTask;
        });

        Assert.Equal([(AdmissionResult.Admitted, 100), (AdmissionResult.Rejected, 1), (AdmissionResult.RejectedAgain, 899)], verdicts.CountBy(v => v).Select(c => (c.Key, c.Value)).Order());
    }

    [Fact]
    public async Task So_many_answers_are_on_their_way_at_once_and_the_next_in_turn_goes_when_one_has_arrived()
    {
        var deadline = TestContext.Current.CancellationToken;
        using var limits = new AdmissionControl(0, 0, 2, _time);
        var first = await limits.EnterAsync(deadline);
        using var second = await limits.EnterAsync(deadline);
        var third = limits.EnterAsync(deadline).AsTask();
        var fourth = limits.EnterAsync(deadline).AsTask();
        Assert.False(third.IsCompleted || fourth.IsCompleted);

        first!.Dispose();

        using var slot = await third;
        Assert.NotNull(slot);
        Assert.False(fourth.IsCompleted);
        slot.Dispose();
        (await fourth)!.Dispose();
    }

    [Fact]
    public async Task Who_waits_for_a_turn_can_give_up()
    {
        using var limits = new AdmissionControl(0, 0, 1, _time);
        using var first = await limits.EnterAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var second = limits.EnterAsync(stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task Without_a_limit_nobody_waits()
    {
        using var limits = new AdmissionControl(0, 0, 0, _time);

        Assert.Null(await limits.EnterAsync(TestContext.Current.CancellationToken));
    }
}
