using System.Threading.Channels;
using Bot.Facts.Model;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Facts.Tests;

public sealed class FactBaseWatcherTests : IDisposable
{
    private const string File = "2025-02/call.yaml";

    private readonly TemporaryFolder _folder = new SmallBase().ToFolder();
    private readonly FakeTimeProvider _time = new();
    private readonly FactBaseWatcher _watcher;

    public FactBaseWatcherTests() => _watcher = new FactBaseWatcher(_folder.Path, _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_that_stay_as_they_are_are_not_loaded_again()
    {
        Assert.Null(_watcher.Poll());
        Assert.Null(_watcher.Poll());
        Assert.Null(_watcher.Poll());
    }

    [Fact]
    public void A_valid_edit_is_loaded_once_two_polls_have_seen_it()
    {
        Edit("They spoke for long.");
        Assert.Null(_watcher.Poll());
        Assert.Equal("They spoke for long.", Text(_watcher.Poll()));
        Assert.Null(_watcher.Poll());
    }

    [Fact]
    public void A_file_in_the_middle_of_a_write_is_not_loaded()
    {
        Edit("They spoke");
        Assert.Null(_watcher.Poll());
        Edit("They spoke for an hour");
        Assert.Null(_watcher.Poll());
        Edit("They spoke for an hour and a half.");
        Assert.Null(_watcher.Poll());
        Assert.Equal("They spoke for an hour and a half.", Text(_watcher.Poll()));
    }

    [Fact]
    public void An_edit_that_is_reverted_between_two_polls_is_no_edit()
    {
        var written = System.IO.File.GetLastWriteTimeUtc(Path.Combine(_folder.Path, File));
        Edit("They spoke for long.");
        Assert.Null(_watcher.Poll());
        Edit("They spoke.");
        System.IO.File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, File), written);
        Assert.Null(_watcher.Poll());
        Assert.Null(_watcher.Poll());
    }

    [Fact]
    public void An_edit_that_keeps_the_size_is_seen_by_its_time()
    {
        var written = System.IO.File.GetLastWriteTimeUtc(Path.Combine(_folder.Path, File));
        Edit("They SPOKE.");
        System.IO.File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, File), written.AddSeconds(1));
        Assert.Null(_watcher.Poll());
        Assert.Equal("They SPOKE.", Text(_watcher.Poll()));
    }

    [Fact]
    public void A_new_file_and_a_deleted_one_are_edits()
    {
        var places = Path.Combine(_folder.Path, "names/places.yaml");
        System.IO.File.Move(places, Path.Combine(_folder.Path, "names/lands.yaml"));
        Assert.Null(_watcher.Poll());
        Assert.NotNull(_watcher.Poll()!.Base);
        System.IO.File.Delete(Path.Combine(_folder.Path, "names/lands.yaml"));
        Assert.Null(_watcher.Poll());
        Assert.Contains("names/people.yaml:4:11: there is no party 'us'; add the party, or remove the id here", Problems(_watcher.Poll()));
    }

    [Fact]
    public void A_file_of_another_kind_is_none_of_its_business()
    {
        _folder.Write("README.md", "# Facts");
        Assert.Null(_watcher.Poll());
        Assert.Null(_watcher.Poll());
    }

    [Fact]
    public void A_broken_edit_is_reported_once_and_its_fix_is_loaded()
    {
        _folder.Write(File, new SmallBase().Change(File, "status: confirmed", "status: confirmd")[File]);
        Assert.Null(_watcher.Poll());
        Assert.Equal(
            ["2025-02/call.yaml:13:13: 'confirmd' is not known here; use one of: confirmed, confirmed-with-nuance, corrected, unverified, disputed"],
            Problems(_watcher.Poll()));
        Assert.Null(_watcher.Poll());
        Edit("They spoke again.");
        Assert.Null(_watcher.Poll());
        Assert.Equal("They spoke again.", Text(_watcher.Poll()));
    }

    [Fact]
    public void A_deleted_folder_is_reported_and_its_return_is_loaded()
    {
        Directory.Delete(_folder.Path, recursive: true);
        Assert.Null(_watcher.Poll());
        Assert.Equal([_folder.Path + ":1:1: there is no such folder; set Facts:Path to the folder of the base"], Problems(_watcher.Poll()));
        Assert.Null(_watcher.Poll());
        foreach (var file in new SmallBase().Files)
        {
            _folder.Write(file, new SmallBase()[file]);
        }

        Assert.Null(_watcher.Poll());
        Assert.NotNull(_watcher.Poll()!.Base);
    }

    [Fact]
    public void A_hundred_edits_in_ten_seconds_are_loaded_once_when_they_are_over_and_the_last_wins()
    {
        var looks = 0;
        for (var edit = 1; edit <= 100; edit++)
        {
            Edit($"They spoke {edit} times.");

            // Here they come faster than some file systems count.
            System.IO.File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, File), DateTime.UnixEpoch.AddSeconds(edit));
            for (; looks * FactBaseWatcher.Interval < edit * TimeSpan.FromSeconds(0.1); looks++)
            {
                Assert.Null(_watcher.Poll());
            }
        }

        Assert.Equal(40, looks);
        Assert.Null(_watcher.Poll());
        Assert.Equal("They spoke 100 times.", Text(_watcher.Poll()));
        Assert.Null(_watcher.Poll());
    }

    [Fact]
    public async Task It_polls_four_times_a_second_until_it_is_cancelled()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var results = Channel.CreateUnbounded<LoadResult>();
        var watch = _watcher.WatchAsync(found => found is null ? Task.CompletedTask : results.Writer.WriteAsync(found).AsTask(), () => Task.CompletedTask, cancellation.Token);

        Edit("They spoke for long.");
        Assert.Equal("They spoke for long.", Text(await Next()));
        _folder.Write(File, "");
        Assert.Contains("2025-02/call.yaml:1:1: the file is empty; write its content or delete it", Problems(await Next()));
        Edit("They spoke again.");
        Assert.Equal("They spoke again.", Text(await Next()));

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);

        async Task<LoadResult> Next()
        {
            LoadResult? result;
            while (!results.Reader.TryRead(out result))
            {
                cancellation.Token.ThrowIfCancellationRequested();
                _time.Advance(FactBaseWatcher.Interval);
                await Task.Yield();
            }

            return result;
        }
    }

    [Fact]
    public async Task A_folder_that_does_not_answer_is_reported_and_watched_again_once_it_does()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var answers = new ManualResetEventSlim();
        var stalls = 0;
        var back = new TaskCompletionSource();
        var watch = _watcher.WatchAsync(
            () =>
            {
                answers.Wait(cancellation.Token);
                return null;
            },
            _ =>
            {
                back.TrySetResult();
                return Task.CompletedTask;
            },
            () =>
            {
                stalls++;
                return Task.CompletedTask;
            },
            cancellation.Token);

        while (stalls < 2)
        {
            cancellation.Token.ThrowIfCancellationRequested();
            _time.Advance(FactBaseWatcher.Interval);
            await Task.Yield();
        }

        answers.Set();
        while (!back.Task.IsCompleted)
        {
            cancellation.Token.ThrowIfCancellationRequested();
            _time.Advance(FactBaseWatcher.Interval);
            await Task.Yield();
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    [Fact]
    public void An_edit_is_live_within_a_second() => Assert.True(FactBaseWatcher.Interval * 2 <= TimeSpan.FromSeconds(0.5));

    private void Edit(string text) => _folder.Write(File, new SmallBase().Change(File, "They spoke.", text)[File]);

    private static string Text(LoadResult? result) => result!.Base!.FindFact("call-held")!.Text[Locale.English];

    private static string[] Problems(LoadResult? result) => [.. result!.Problems.Select(p => p.ToString())];
}
