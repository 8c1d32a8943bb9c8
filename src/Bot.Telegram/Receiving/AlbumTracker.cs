using Bot.Adapters.Limiting;
using Bot.Adapters.Pipeline;
using Bot.Answers.Model;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Treats an album, whose pictures arrive as separate updates, as one message: the caption of any picture is the question, and without a caption
/// the album is answered once. Safe for any number of threads.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class AlbumTracker(TimeProvider time)
{
    /// <summary>The maximum number of albums that are remembered. Beyond it the oldest are forgotten: their parts have long arrived.</summary>
    public const int MaxAlbums = 1024;

    /// <summary>How long after its arrival a picture without a caption waits for one. The parts of an album arrive together, or with the next poll.</summary>
    public static readonly TimeSpan CaptionTimeout = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, Album> _albums = [];
    private readonly Queue<Key> _order = [];

    /// <summary>Decides whether an update is answered when it arrives. An album counts as one message.</summary>
    /// <param name="incoming">The parsed update.</param>
    /// <param name="admit">Decides whether a message is answered, and counts it.</param>
    /// <returns>The admission of the message or its album; null when there is nothing to do.</returns>
    public Admission? Admit(Incoming incoming, Func<Incoming, Admission?> admit)
    {
        if (KeyOf(incoming) is not { } key || incoming.Input is Input.Ignored)
        {
            return admit(incoming);
        }

        var hasCaption = HasCaption(incoming);
        lock (_lock)
        {
            if (!_albums.TryGetValue(key, out var album))
            {
                return Add(key, new Album(admit(incoming), time.GetTimestamp()) { HasCaption = hasCaption }).Admission;
            }

            if (album.HasCaption || !hasCaption || album.Admission is not { IsAdmitted: true })
            {
                return null;
            }

            album.HasCaption = true;
            album.CaptionArrived.SetResult();
            return album.Admission;
        }
    }

    /// <summary>Waits until it is clear whether another part of the same album has its caption.</summary>
    /// <param name="incoming">The update that is about to be answered.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <returns>Whether the update is answered itself: it has the caption, no part has one, or it is not part of an album.</returns>
    public async ValueTask<bool> IsAnsweredAsync(Incoming incoming, CancellationToken cancellation)
    {
        if (KeyOf(incoming) is not { } key || HasCaption(incoming) || Find(key) is not { } album)
        {
            return true;
        }

        // Several albums that arrive together wait at the same time.
        var remaining = CaptionTimeout - time.GetElapsedTime(album.Since);
        try
        {
            await album.CaptionArrived.Task.WaitAsync(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, time, cancellation).ConfigureAwait(false);
            return false;
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    private Album Add(Key key, Album album)
    {
        if (_albums.Count == MaxAlbums)
        {
            _albums.Remove(_order.Dequeue());
        }

        _order.Enqueue(key);
        return _albums[key] = album;
    }

    private Album? Find(Key key)
    {
        lock (_lock)
        {
            return _albums.GetValueOrDefault(key);
        }
    }

    private static Key? KeyOf(Incoming incoming) => incoming.Ids.Album is { } id ? new Key(incoming.Asker.Chat, id) : null;

    private static bool HasCaption(Incoming incoming) => incoming.Input is not (Input.Prompt or Input.Ask { Request: { Command: "ask" or Request.Check, Arguments: "", Error: RequestError.None } });

    private readonly record struct Key(long? Chat, string Id);

    private sealed class Album(Admission? admission, long since)
    {
        public long Since { get; } = since;

        public Admission? Admission { get; } = admission;

        public bool HasCaption { get; set; }

        public TaskCompletionSource CaptionArrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
