using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class ClassifierCacheTests
{
    private readonly MemoryCache _cache = new();

    [Fact]
    public async Task A_trained_classifier_is_written_once_and_read_by_the_next_start()
    {
        var first = await StartAsync(OtherBase.WithSides);
        Assert.Null(_cache.Bytes);
        first.SaveClassifier();
        first.SaveClassifier();
        Assert.Equal(1, _cache.Writes);

        var second = await StartAsync(OtherBase.WithSides);
        second.SaveClassifier();

        Assert.Equal(1, _cache.Writes);
        Assert.Equal(first.Answer("when did the harbour open", "en").Facts.Select(f => f.Id), second.Answer("when did the harbour open", "en").Facts.Select(f => f.Id));
    }

    [Fact]
    public async Task A_base_with_other_questions_is_trained_again_and_replaces_what_was_written()
    {
        var answerer = await StartAsync(OtherBase.WithSides);
        answerer.SaveClassifier();

        await answerer.SwitchToAsync(OtherBase.LoadWithSides("", "When did the harbour open?", "Since when is the harbour open?"), TestContext.Current.CancellationToken);
        answerer.SaveClassifier();

        Assert.Equal(2, _cache.Writes);
    }

    [Fact]
    public async Task What_cannot_be_read_is_trained_again()
    {
        _cache.Bytes = [1, 2, 3];
        var damaged = await StartAsync(OtherBase.WithSides);
        damaged.SaveClassifier();
        Assert.Equal(1, _cache.Writes);

        _cache.Failure = new IOException("the disk is gone");
        var unreadable = await StartAsync(OtherBase.WithSides);

        Assert.Equal("f-opened", unreadable.Answer("when did the harbour open", "en").Facts.First().Id);
        Assert.Same(_cache.Failure, Assert.Throws<IOException>(unreadable.SaveClassifier));
    }

    private async Task<Answerer> StartAsync(FactBase @base)
    {
        var answerer = new Answerer(@base, cache: _cache);
        await answerer.WarmUpAsync(TestContext.Current.CancellationToken);
        return answerer;
    }

    private sealed class MemoryCache : IClassifierCache
    {
        public byte[]? Bytes { get; set; }

        public int Writes { get; private set; }

        public IOException? Failure { get; set; }

        public byte[]? Read() => Failure is null ? Bytes : throw Failure;

        public void Write(byte[] bytes)
        {
            (Bytes, Writes) = Failure is null ? (bytes, Writes + 1) : throw Failure;
        }
    }
}
