using System.Text.Json;

namespace Bot.Facts.Model;

/// <summary>The words that stand for an enum's values in the base's files, in exports and in JSON: <c>ConfirmedWithNuance</c> is <c>confirmed-with-nuance</c>.</summary>
public static class EnumWords
{
    /// <summary>The word for a value.</summary>
    public static string ToWord<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The words for all values, in the order of the enum.</summary>
    public static string[] All<T>()
        where T : struct, Enum => Array.ConvertAll(Enum.GetValues<T>(), value => value.ToWord());

    /// <summary>The value that a word stands for; null when there is none.</summary>
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
    /// <exception cref="ArgumentOutOfRangeException">No value has this word.</exception>
    public static T Parse<T>(string? word)
        where T : struct, Enum => Find<T>(word) ?? throw new ArgumentOutOfRangeException(nameof(word), word, $"No {typeof(T).Name} has this word.");
}
