namespace Bot.Monitoring;

/// <summary>The section <c>Http</c> of the settings: where the bot listens.</summary>
internal sealed class HttpOptions
{
    private const string None = "none";

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Urls)];

    /// <summary>The addresses, separated by <c>;</c>; <c>none</c> for no health and no metrics; empty: see <see cref="ListenAddresses"/>.</summary>
    public string Urls { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Whether health and metrics are not served.</summary>
    public bool IsDisabled => Urls.Equals(None, StringComparison.OrdinalIgnoreCase);

    /// <summary>The configured addresses; empty: none.</summary>
    public string[] Addresses => IsDisabled ? [] : Split(Urls);

    /// <summary>The items of a list separated by <c>;</c>.</summary>
    public static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
