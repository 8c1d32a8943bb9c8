namespace Bot.Discord.Gateway;

/// <summary>
/// A shard's exclusive turn to start a session in its bucket. The shard waits for it before it opens a connection, so that no connection
/// is open without need.
/// </summary>
/// <param name="end">Called at the end of the turn, with whether Identify was sent.</param>
internal sealed class IdentifyTurn(Action<bool> end) : IDisposable
{
    private bool _isOver;

    /// <summary>Ends the turn after Identify was sent, or may have been: the session counts as started.</summary>
    public void Use() => End(isUsed: true);

    /// <summary>Returns an unused turn: the session does not count.</summary>
    public void Dispose() => End(isUsed: false);

    private void End(bool isUsed)
    {
        if (!_isOver)
        {
            _isOver = true;
            end(isUsed);
        }
    }
}
