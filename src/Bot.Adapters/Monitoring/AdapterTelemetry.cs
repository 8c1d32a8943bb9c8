using System.Diagnostics;
using Bot.Answers.Model;

namespace Bot.Adapters.Monitoring;

/// <summary>The telemetry of an adapter.</summary>
/// <param name="platform">The platform's label, such as <c>telegram</c>.</param>
/// <param name="health">The adapter's health.</param>
/// <param name="instruments">The instruments of the bot.</param>
/// <param name="signals">The liveness signals of the bot, which the adapter's loops are added to.</param>
public sealed class AdapterTelemetry(string platform, ComponentHealth health, BotTelemetry instruments, LivenessSignals signals)
{
    /// <summary>The adapter's health.</summary>
    public ComponentHealth Health { get; } = health;

    /// <summary>Telemetry that is not exported.</summary>
    public static AdapterTelemetry None(string platform, TimeProvider time) => new(platform, new ComponentHealth(platform, time), new BotTelemetry(null, _ => true), new LivenessSignals(time));

    /// <summary>Adds a loop that must keep running.</summary>
    /// <param name="loop">Its name without the platform's prefix, such as <c>poll</c>.</param>
    /// <param name="bound">The maximum time between two beats.</param>
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
