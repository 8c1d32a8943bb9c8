namespace Bot.Loopback.Core;

/// <summary>A request that the bot made of a platform.</summary>
public interface ICall
{
    /// <summary>Its place in the order of arrival, from 1.</summary>
    int Number { get; }

    /// <summary>Whether it fits a pattern: on Telegram a method, on Discord method and path, such as <c>POST interactions/*/*/callback</c>.</summary>
    bool Is(string pattern);
}
