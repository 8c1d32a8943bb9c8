using System.Globalization;

namespace Bot.Adapters.Limiting;

/// <summary>The section <c>Limits</c> of the settings: how many questions are answered. 0 turns a limit off.</summary>
public sealed class LimitsOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(PerUser), nameof(PerChat), nameof(AtOnce)];

    /// <summary>The maximum number of questions of a user in a minute; the default is 20.</summary>
    public string PerUser { get; set => field = OrDefault(value, "20"); } = "20";

    /// <summary>The maximum number of questions in a chat in a minute; the default is 60.</summary>
    public string PerChat { get; set => field = OrDefault(value, "60"); } = "60";

    /// <summary>The maximum number of answers being sent to the platforms at once; the default is 200.</summary>
    public string AtOnce { get; set => field = OrDefault(value, "200"); } = "200";

    /// <summary>The errors, one line each, with the key and how to fix it.</summary>
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

    /// <summary>Creates the limits.</summary>
    /// <param name="time">The clock.</param>
    public AdmissionControl Create(TimeProvider time) => new(Number(PerUser) ?? 0, Number(PerChat) ?? 0, Number(AtOnce) ?? 0, time);

    private static string OrDefault(string? value, string defaultValue) => string.IsNullOrWhiteSpace(value) ? defaultValue : value.Trim();

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= AdmissionControl.MaxLimit ? number : null;
}
