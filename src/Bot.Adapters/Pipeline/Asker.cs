namespace Bot.Adapters.Pipeline;

/// <summary>The user and the chat of a question, which the limits apply to.</summary>
/// <param name="Platform">The platform's name. The same id is somebody else on another platform.</param>
/// <param name="User">The platform's id of the user; null when it is not known.</param>
/// <param name="Chat">The platform's id of the chat; null when it is not known.</param>
public readonly record struct Asker(string Platform, long? User, long? Chat);
