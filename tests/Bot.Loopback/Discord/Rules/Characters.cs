namespace Bot.Loopback.Discord.Rules;

/// <summary>How long a text is.</summary>
/// <remarks>
/// The documentation says "characters" and no more. Its OpenAPI description says <c>maxLength</c>, which JSON Schema counts in code points,
/// and the developers say the same in its issue 1315. So an emoji outside the basic plane counts once, not twice as in UTF-16.
/// </remarks>
internal static class Characters
{
    /// <summary>The number of code points.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        for (var rest = text; rest.IndexOfAnyInRange('\ud800', '\udbff') is >= 0 and var high; rest = rest[(high + 1)..])
        {
            if (high + 1 < rest.Length && char.IsLowSurrogate(rest[high + 1]))
            {
                pairs++;
            }
        }

        return text.Length - pairs;
    }
}
