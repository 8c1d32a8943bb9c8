namespace Bot.Discord.Gateway;

/// <summary>
/// A shard's turn to begin a session, which no other shard of its bucket has meanwhile. It is waited for before a connection is opened, so
/// that none stands open for nothing.
/// </summary>
/// <param name="end">Takes the end of the turn, and whether a session was asked for.</param>
internal sealed class IdentifyTurn(Action<bool> end) : IDisposable
{
    private bool _isOver;

    /// <summary>Identify was sent, or may have been: the turn is over, and the session counts as begun.</summary>
    public void Use() => End(isUsed: true);

    /// <summary>Gives a turn back that was not used: the session does not count.</summary>
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
