using System.Text;
using Bot.Adapters.Monitoring;
using Bot.Adapters.State;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Telegram.Tests.Receiving;

public sealed class UpdateTrackerTests : IDisposable
{
    private const long SlowChat = 7;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly FakeTimeProvider _time = new();
    private readonly ListLogger _logger = new();
    private readonly UpdateReader _reader = new(Some.Parser);
    private readonly TaskCompletionSource _never = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Of_a_slow_chat_all_that_waits_is_written_down_and_is_answered_in_order_after_a_kill()
    {
        var first = New((_, _) => _never.Task);

        // The slow chat's first update makes it slow; the rest of the window is others', except for two that came later.
        first.Accept(Batch(1, slow: [1, 40]));
        await WaitForProgressAsync(first);
        first.Accept(Batch(101, slow: [101, 150]));

        var answered = new List<int>();
        var second = New((update, _) =>
        {
            answered.Add(update);
            return Task.CompletedTask;
        });
        second.Resume();
        await second.FinishAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 40, 101, 150], answered.Where(id => id is 1 or 40 or 101 or 150));
    }

    [Fact]
    public async Task An_old_update_of_a_chat_is_written_down_with_a_new_one()
    {
        var tracker = New((_, _) => _never.Task);

        // Not all are there: nothing is written down yet.
        tracker.Accept([Update(1, SlowChat), Update(2, SlowChat)]);
        _time.Advance(TimeSpan.FromSeconds(3));
        var offset = tracker.Offset();
        tracker.Accept(Batch(3, slow: [50]));
        await WaitForProgressAsync(tracker, TimeSpan.Zero);

        Assert.Equal(1, offset);
        Assert.Equal([1, 2, 50], Journal().Read(out _).Select(u => u.Id).Where(id => id is 1 or 2 or 50));
    }

    [Fact]
    public void What_cannot_be_read_is_reported_and_counted()
    {
        var tracker = New((_, _) => _never.Task);

        tracker.Accept([new ParsedUpdate(1, null, Error: "It is null."), Update(2, 1) with { Error = "It is deep." }, Update(3, 2)]);

        Assert.Equal([2, 13], _logger.Events.Select(e => e.Id));
    }

    // The wait for those that are not handled is over after a while, and then they have waited for long.
    private async Task WaitForProgressAsync(UpdateTracker tracker, TimeSpan? before = null)
    {
        _time.Advance(before ?? TimeSpan.FromSeconds(3));
        var waiting = tracker.WaitForProgressAsync(isMoreThere: true, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        await waiting;
    }

    private List<ParsedUpdate> Batch(int from, int[] slow) =>
        [.. Enumerable.Range(from, UpdatesClient.Limit).Select(id => Update(id, slow.Contains(id) ? SlowChat : 1000 + id))];

    private ParsedUpdate Update(int id, long chat) => _reader.Read(Encoding.UTF8.GetBytes(Some.Json(id, chat)), _ => true)!;

    private UpdateJournal Journal() => new(new StateFolder(Path.Combine(_folder.FullName, "state"), ["telegram"]), "telegram-1.jsonl", _reader);

    private UpdateTracker New(Func<int, CancellationToken, Task> handle) => new(
        new ChatQueues((update, _, _, cancellation) => handle(update.Id, cancellation), _logger, CancellationToken.None),
        Journal(),
        _time,
        _logger,
        AdapterTelemetry.None("telegram", _time));
}
