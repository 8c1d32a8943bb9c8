using Bot.Adapters.Limiting;
using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Telegram.Tests.Receiving;

public sealed class AlbumTrackerTests
{
    private static readonly Admission s_rejected = new(AdmissionResult.Rejected, 9);

    private readonly FakeTimeProvider _time = new();
    private readonly AlbumTracker _albums;
    private int _counted;

    public AlbumTrackerTests() => _albums = new AlbumTracker(_time);

    [Fact]
    public void An_album_is_counted_once_and_its_caption_is_admitted_as_the_album_was()
    {
        Assert.NotNull(Admit(Photo("")));
        Assert.Null(Admit(Photo("")));
        Assert.NotNull(Admit(Photo("Who is Lavrov?")));
        Assert.Null(Admit(Photo("")));
        Assert.Null(Admit(Photo("Who is Rubio?")));
        Assert.Equal(1, _counted);
    }

    [Fact]
    public void Messages_outside_of_albums_in_other_albums_and_chats_are_counted_each()
    {
        Assert.NotNull(Admit(Photo("", album: null)));
        Assert.NotNull(Admit(Photo("", album: null)));
        Assert.NotNull(Admit(Photo("", album: "1")));
        Assert.NotNull(Admit(Photo("", album: "2")));
        Assert.NotNull(Admit(Photo("", album: "2", chat: 43)));
        Assert.Equal(5, _counted);
    }

    [Fact]
    public void Photos_that_are_not_meant_for_the_bot_do_not_stand_for_those_that_are()
    {
        Admit(Photo("") with { Input = new Input.Ignored() });

        Assert.NotNull(Admit(Photo("Who is Lavrov?")));
    }

    [Fact]
    public void The_caption_of_a_rejected_album_gets_no_second_notice()
    {
        Assert.Equal(s_rejected, _albums.Admit(Photo(""), _ => s_rejected));
        Assert.Null(Admit(Photo("Who is Lavrov?")));
    }

    [Fact]
    public async Task A_photo_without_a_caption_is_not_answered_where_another_has_one()
    {
        Admit(Photo(""));
        var waiting = IsAnsweredAsync(Photo(""));
        Assert.False(waiting.IsCompleted);

        Admit(Photo("Who is Lavrov?"));

        Assert.False(await waiting);
        Assert.True(await IsAnsweredAsync(Photo("Who is Lavrov?")));
    }

    [Fact]
    public async Task A_photo_is_answered_when_no_caption_has_come_in_two_seconds()
    {
        Admit(Photo(""));
        var waiting = IsAnsweredAsync(Photo(""));

        _time.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await waiting);

        // A question is never lost, however late it comes.
        Assert.NotNull(Admit(Photo("Who is Lavrov?")));
    }

    [Fact]
    public async Task Albums_that_arrive_together_wait_together_even_if_they_are_handled_one_after_another()
    {
        Admit(Photo("", album: "1"));
        Admit(Photo("", album: "2"));
        var first = IsAnsweredAsync(Photo("", album: "1"));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await first);
        Assert.True(await IsAnsweredAsync(Photo("", album: "2")));
    }

    [Fact]
    public async Task A_wait_for_a_caption_can_be_cancelled()
    {
        Admit(Photo(""));
        using var cancellation = new CancellationTokenSource();
        var waiting = _albums.IsAnsweredAsync(Photo(""), cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void The_oldest_albums_are_forgotten()
    {
        for (var i = 0; i <= AlbumTracker.MaxAlbums; i++)
        {
            Admit(Photo("", album: $"{i}"));
        }

        Assert.Null(Admit(Photo("", album: "1")));
        Assert.NotNull(Admit(Photo("", album: "0")));
    }

    private static Incoming Photo(string caption, string? album = "1", long chat = 42) =>
        new(new Input.Ask(new Request("ask", caption, "en")), new Asker("Telegram", 42, chat), new MessageIds(7, Album: album), "en", "message");

    private Admission? Admit(Incoming incoming) => _albums.Admit(incoming, _ =>
    {
        _counted++;
        return default(Admission);
    });

    private Task<bool> IsAnsweredAsync(Incoming incoming) => _albums.IsAnsweredAsync(incoming, TestContext.Current.CancellationToken).AsTask();
}
