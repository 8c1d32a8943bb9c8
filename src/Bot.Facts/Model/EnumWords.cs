using System.Text.Json;

namespace Bot.Facts.Model;

/// <summary>The words that stand for an enum's values in the base's files, in exports and in JSON: <c>ConfirmedWithNuance</c> is <c>confirmed-with-nuance</c>.</summary>
public static class EnumWords
{
    /// <summary>The word of a value.</summary>
    public static string ToWord<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The words of all values, in their order.</summary>
    public static string[] All<T>()
        where T : struct, Enum => Array.ConvertAll(Enum.GetValues<T>(), value => value.ToWord());

    /// <summary>The value that a word stands for; null when it stands for none.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToWord() == word)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The value that a word stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It stands for none.</exception>
    public static T Parse<T>(string? word)
        where T : struct, Enum => Find<T>(word) ?? throw new ArgumentOutOfRangeException(nameof(word), word, $"This is no {typeof(T).Name}.");
}
