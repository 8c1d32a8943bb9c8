namespace Bot.Loopback.Discord;

/// <summary>An interaction that the bot may respond to.</summary>
internal interface IPendingInteraction
{
    /// <summary>The identifier.</summary>
    ulong Id { get; }

    /// <summary>The token to respond with.</summary>
    string Token { get; }

    /// <summary>When it was started.</summary>
    DateTimeOffset At { get; }
}
