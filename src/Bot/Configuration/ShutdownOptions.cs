using System.Globalization;

namespace Bot.Configuration;

/// <summary>The section <c>Shutdown</c> of the settings: how the bot ends.</summary>
internal sealed class ShutdownOptions
{
    // Service managers kill a process that does not end: systemd after 90 seconds, Docker after 10.
    private const int MaxSeconds = 300;

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Seconds)];

    /// <summary>How many seconds what is being answered may take once the bot is told to stop; empty: 10.</summary>
    public string Seconds { get; set => field = string.IsNullOrWhiteSpace(value) ? "10" : value.Trim(); } = "10";

    /// <summary>How long what is being answered may take once the bot is told to stop.</summary>
    public TimeSpan Grace => TimeSpan.FromSeconds(Number ?? 0);

    private int? Number => int.TryParse(Seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSeconds ? seconds : null;

    /// <summary>What is wrong, a line each: it names the key and how to fix it.</summary>
    public IEnumerable<string> Validate() =>
        Number is null ? [$"Shutdown:Seconds is '{Seconds}'; set it to a whole number from 0 to {MaxSeconds}, or leave it out"] : [];
}

/// <summary>The section <c>State</c> of the settings: what one process leaves to the next.</summary>
internal sealed class StateOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Folder)];

    /// <summary>The folder; it is made when it is needed. Empty: <c>state</c>.</summary>
    public string Folder { get; set => field = string.IsNullOrWhiteSpace(value) ? "state" : value; } = "state";
}
