using System.Diagnostics;
using Bot.Answers.Model;

namespace Bot.Adapters.Monitoring;

/// <summary>What an adapter tells of itself to those who watch the bot.</summary>
/// <param name="platform">The platform's label, such as <c>telegram</c>.</param>
/// <param name="health">How the adapter is.</param>
/// <param name="instruments">What it counts and measures.</param>
/// <param name="signals">Takes the loops that it needs.</param>
public sealed class AdapterTelemetry(string platform, ComponentHealth health, BotTelemetry instruments, LivenessSignals signals)
{
    /// <summary>How the adapter is.</summary>
    public ComponentHealth Health { get; } = health;

    /// <summary>What nobody watches.</summary>
    public static AdapterTelemetry None(string platform, TimeProvider time) => new(platform, new ComponentHealth(platform, time), new BotTelemetry(null, _ => true), new LivenessSignals(time));

    /// <summary>Adds a loop that the adapter needs.</summary>
    /// <param name="loop">Its name after the platform's, such as <c>poll</c>.</param>
    /// <param name="bound">Within which time it must beat again.</param>
    public LivenessSignal AddLoop(string loop, TimeSpan bound) => signals.Add($"{platform}.{loop}", bound);

    /// <inheritdoc cref="BotTelemetry.Received"/>
    public void Received(string kind) => instruments.Received(platform, kind);

    /// <inheritdoc cref="BotTelemetry.Answered"/>
    public void Answered(string command, string language, Outcome outcome, TimeSpan duration) => instruments.Answered(platform, command, language, outcome, duration);

    /// <inheritdoc cref="BotTelemetry.Handled"/>
    public void Handled(TimeSpan duration) => instruments.Handled(platform, duration);

    /// <inheritdoc cref="BotTelemetry.Reconnected"/>
    public void Reconnected() => instruments.Reconnected(platform);

    /// <inheritdoc cref="BotTelemetry.RateLimited"/>
    public void RateLimited() => instruments.RateLimited(platform);

    /// <inheritdoc cref="BotTelemetry.SendRefused"/>
    public void SendRefused() => instruments.SendRefused(platform);

    /// <inheritdoc cref="BotTelemetry.Unreadable"/>
    public void Unreadable(bool isPartial) => instruments.Unreadable(platform, isPartial);

    /// <inheritdoc cref="BotTelemetry.ObserveQueue"/>
    public void ObserveQueue(Func<int> length) => instruments.ObserveQueue(platform, length);

    /// <inheritdoc cref="BotTelemetry.StartSpan"/>
    public Activity? StartSpan(string kind) => instruments.StartSpan(platform, kind);
}
