using Bot.Platform;

namespace Bot.Systemd;

/// <summary>How the bot is.</summary>
/// <param name="IsReady">Whether a platform is connected; one that refuses the bot must not keep the other from serving.</param>
/// <param name="IsLive">Whether the bot still works; when it does not, nothing but a new start helps.</param>
/// <param name="Text">The same in a line, for people.</param>
internal readonly record struct Condition(bool IsReady, bool IsLive, string Text)
{
    /// <summary>The condition that platforms make.</summary>
    public static Condition Of(IEnumerable<PartHealth> platforms)
    {
        var states = platforms.Select(p => p.State).ToList();
        return new Condition(
            states.Exists(s => s.IsWell),
            IsLive: true,
            string.Join("; ", states.Select(s => s.IsWell ? $"{s.Name} is well" : $"{s.Name} is ill: {s.Detail}")));
    }
}
