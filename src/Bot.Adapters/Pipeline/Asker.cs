namespace Bot.Adapters.Pipeline;

/// <summary>Who asks, and where: what limits are counted by.</summary>
/// <param name="Platform">The platform's name: the same number is somebody else on another one.</param>
/// <param name="User">The platform's number of the person; null when it is not known.</param>
/// <param name="Chat">The platform's number of the chat; null when it is not known.</param>
public readonly record struct Asker(string Platform, long? User, long? Chat);
