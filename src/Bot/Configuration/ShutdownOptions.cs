using System.Globalization;

namespace Bot.Configuration;

/// <summary>The section <c>Shutdown</c> of the settings: how the bot stops.</summary>
internal sealed class ShutdownOptions
{
    // Service managers kill a process that does not stop: systemd after 90 seconds, Docker after 10.
    private const int MaxSeconds = 300;

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Seconds)];

    /// <summary>The grace period in seconds for answers in progress when the bot stops; empty: 10.</summary>
    public string Seconds { get; set => field = string.IsNullOrWhiteSpace(value) ? "10" : value.Trim(); } = "10";

    /// <summary>The grace period for answers in progress when the bot stops.</summary>
    public TimeSpan GracePeriod => TimeSpan.FromSeconds(Number ?? 0);

    private int? Number => int.TryParse(Seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSeconds ? seconds : null;

    /// <summary>The problems, a line each, with the key and the fix.</summary>
    public IEnumerable<string> Validate() =>
        Number is null ? [$"Shutdown:Seconds is '{Seconds}'; set it to a whole number from 0 to {MaxSeconds}, or leave it out"] : [];
}

/// <summary>The section <c>State</c> of the settings: the state that one process saves for the next.</summary>
internal sealed class StateOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Folder)];

    /// <summary>The folder, created when needed; empty: <c>state</c>.</summary>
    public string Folder { get; set => field = string.IsNullOrWhiteSpace(value) ? "state" : value; } = "state";
}
