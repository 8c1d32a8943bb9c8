using System.Globalization;

namespace Bot.Adapters.Limiting;

/// <summary>The section <c>Limits</c> of the settings: how much is answered, whoever asks. 0 turns a limit off.</summary>
public sealed class LimitsOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(PerUser), nameof(PerChat), nameof(AtOnce)];

    /// <summary>How many questions a person may ask in a minute; empty: 20.</summary>
    public string PerUser { get; set => field = Or(value, "20"); } = "20";

    /// <summary>How many questions may be asked in a chat in a minute; empty: 60.</summary>
    public string PerChat { get; set => field = Or(value, "60"); } = "60";

    /// <summary>How many answers are on their way to the platforms at once; empty: 200.</summary>
    public string AtOnce { get; set => field = Or(value, "200"); } = "200";

    /// <summary>What is wrong, a line each: it names the key and how to fix it.</summary>
    public IEnumerable<string> Validate()
    {
        foreach (var (key, value) in ((string, string)[])[(nameof(PerUser), PerUser), (nameof(PerChat), PerChat), (nameof(AtOnce), AtOnce)])
        {
            if (Number(value) is null)
            {
                yield return $"Limits:{key} is '{value}'; set it to a whole number, or to 0 for no limit, or leave it out";
            }
        }
    }

    /// <summary>The limits.</summary>
    /// <param name="time">The clock.</param>
    public AdmissionControl Create(TimeProvider time) => new(Number(PerUser) ?? 0, Number(PerChat) ?? 0, Number(AtOnce) ?? 0, time);

    private static string Or(string? value, string standard) => string.IsNullOrWhiteSpace(value) ? standard : value.Trim();

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= AdmissionControl.MaxLimit ? number : null;
}
