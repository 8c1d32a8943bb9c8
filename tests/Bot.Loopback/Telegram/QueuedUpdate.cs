namespace Bot.Loopback.Telegram;

/// <summary>An update that waits for the bot.</summary>
/// <param name="Id">Its <c>update_id</c>.</param>
/// <param name="Order">Its place in the order of creation, which a forced identifier does not follow.</param>
/// <param name="Queue">The queue within which a webhook gets updates one after the other.</param>
/// <param name="Expires">When the server gives it up.</param>
/// <param name="Json">The update.</param>
internal sealed record QueuedUpdate(int Id, long Order, long Queue, DateTimeOffset Expires, byte[] Json)
{
    /// <summary>Whether its identifier lies below what was given out already: no offset confirms it, so it is given once.</summary>
    public bool IsStray { get; init; }

    /// <summary>Whether a stray update was given.</summary>
    public bool IsGiven { get; set; }
}
