using System.Diagnostics;
using Bot.Answers.Model;

namespace Bot.Adapters.Monitoring;

/// <summary>What an adapter tells of itself to those who watch the bot.</summary>
/// <param name="platform">The platform's label, such as <c>telegram</c>.</param>
/// <param name="health">How the adapter is.</param>
/// <param name="instruments">What it counts and measures.</param>
/// <param name="signals">Takes the loops that it needs.</param>
public sealed class Vitals(string platform, PartHealth health, Instruments instruments, LivenessSignals signals)
{
    /// <summary>How the adapter is.</summary>
    public PartHealth Health { get; } = health;

    /// <summary>What nobody watches.</summary>
    public static Vitals Unwatched(string platform, TimeProvider time) => new(platform, new PartHealth(platform, time), new Instruments(null, _ => true), new LivenessSignals(time));

    /// <summary>Adds a loop that the adapter needs.</summary>
    /// <param name="loop">Its name after the platform's, such as <c>poll</c>.</param>
    /// <param name="bound">Within which time it must beat again.</param>
    public LivenessSignal AddLoop(string loop, TimeSpan bound) => signals.Add($"{platform}.{loop}", bound);

    /// <inheritdoc cref="Instruments.Received"/>
    public void Received(string kind) => instruments.Received(platform, kind);

    /// <inheritdoc cref="Instruments.Answered"/>
    public void Answered(string command, string language, Outcome outcome, TimeSpan duration) => instruments.Answered(platform, command, language, outcome, duration);

    /// <inheritdoc cref="Instruments.Handled"/>
    public void Handled(TimeSpan duration) => instruments.Handled(platform, duration);

    /// <inheritdoc cref="Instruments.Reconnected"/>
    public void Reconnected() => instruments.Reconnected(platform);

    /// <inheritdoc cref="Instruments.RateLimited"/>
    public void RateLimited() => instruments.RateLimited(platform);

    /// <inheritdoc cref="Instruments.SendRefused"/>
    public void SendRefused() => instruments.SendRefused(platform);

    /// <inheritdoc cref="Instruments.ObserveQueue"/>
    public void ObserveQueue(Func<int> length) => instruments.ObserveQueue(platform, length);

    /// <inheritdoc cref="Instruments.Begin"/>
    public Activity? Begin(string kind) => instruments.Begin(platform, kind);
}
