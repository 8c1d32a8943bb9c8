namespace Bot.Monitoring;

/// <summary>The section <c>Http</c>: where the bot listens.</summary>
internal sealed class HttpOptions
{
    private const string None = "none";

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Urls)];

    /// <summary>Addresses with <c>;</c> between them; <c>none</c> for no health and no metrics; empty: see <see cref="ListenAddresses"/>.</summary>
    public string Urls { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Whether health and metrics are not served.</summary>
    public bool IsDisabled => Urls.Equals(None, StringComparison.OrdinalIgnoreCase);

    /// <summary>The addresses that are set; empty for none.</summary>
    public string[] Addresses => IsDisabled ? [] : Split(Urls);

    /// <summary>The items of a list with <c>;</c> between them.</summary>
    public static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
