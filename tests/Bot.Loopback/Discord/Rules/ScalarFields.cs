using System.Globalization;
using System.Text.Json;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Reads texts, numbers, booleans and ids of a form, and refuses what they may not be.</summary>
/// <remarks>The limits are inclusive. A method that refuses the value returns null, as for an absent one.</remarks>
internal static class ScalarFields
{
    /// <summary>A text.</summary>
    public static string? Text(this Field field, int max, int min = 0)
    {
        if (AnyText(field) is not { } text)
        {
            return null;
        }

        // The number of code points is at most that of UTF-16 units.
        var length = text.Length >= min && text.Length <= max && min <= 1 ? text.Length : Characters.Count(text);
        return field.CheckLength(length, min, max) ? text : null;
    }

    /// <summary>A text that counts and shows without the space around it, and that may not be empty then (Message, Embed Limits).</summary>
    public static string? TrimmedText(this Field field, int max, bool required = false)
    {
        if (required && !field.Require())
        {
            return null;
        }

        if (AnyText(field)?.Trim() is not { } text)
        {
            return null;
        }

        if (required && text.Length == 0)
        {
            field.Refuse(Codes.Required, "This field is required");
            return null;
        }

        return field.CheckLength(text.Length <= max ? text.Length : Characters.Count(text), 0, max) ? text : null;
    }

    /// <summary>An integer.</summary>
    public static long? Integer(this Field field, long min, long max)
    {
        if (!field.IsGiven)
        {
            return null;
        }

        if (field.PeekInteger() is not { } number)
        {
            field.Refuse(Codes.NumberType, $"Value \"{field.Shown()}\" is not int.");
            return null;
        }

        return CheckRange(field, number, min, max, "int") ? number : null;
    }

    /// <summary>A number, which may have a fraction.</summary>
    public static double? Number(this Field field, double min, double max)
    {
        if (!field.IsGiven)
        {
            return null;
        }

        if (field.Value!.GetValueKind() != JsonValueKind.Number || !double.TryParse(field.Value.ToJsonString(), CultureInfo.InvariantCulture, out var number))
        {
            field.Refuse(Codes.NumberType, $"Value \"{field.Shown()}\" is not float.");
            return null;
        }

        return CheckRange(field, number, min, max, "float") ? number : null;
    }

    /// <summary>One of some integers.</summary>
    public static long? Choice(this Field field, params ReadOnlySpan<long> choices)
    {
        if (field.Integer(long.MinValue, long.MaxValue) is not { } number)
        {
            return null;
        }

        if (choices.Contains(number))
        {
            return number;
        }

        field.Refuse(Codes.Choices, $"Value must be one of ({Listed(choices)}).");
        return null;
    }

    /// <summary>The type of an object that may be of several.</summary>
    public static long? Union(this Field field, params ReadOnlySpan<long> types)
    {
        if (!field.IsObject() || !field["type"].Require() || field["type"].Integer(long.MinValue, long.MaxValue) is not { } type)
        {
            return null;
        }

        if (types.Contains(type))
        {
            return type;
        }

        field.Refuse(Codes.UnionChoices, $"Value of field \"type\" must be one of ({Listed(types)}).");
        return null;
    }

    /// <summary>A boolean.</summary>
    public static bool? Boolean(this Field field)
    {
        if (!field.IsGiven)
        {
            return null;
        }

        if (field.Value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            return field.Value.GetValueKind() == JsonValueKind.True;
        }

        field.Refuse(Codes.BooleanType, "Must be either true or false.");
        return null;
    }

    /// <summary>An id: a text of digits (API Reference, Snowflakes).</summary>
    public static string? Snowflake(this Field field)
    {
        if (!field.IsGiven)
        {
            return null;
        }

        if (field.PeekText() is { } id && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return id;
        }

        field.Refuse(Codes.NumberType, $"Value \"{field.Shown()}\" is not snowflake.");
        return null;
    }

    private static string? AnyText(Field field)
    {
        if (!field.IsGiven)
        {
            return null;
        }

        if (field.PeekText() is { } text)
        {
            return text;
        }

        field.Refuse(Codes.StringType, $"Could not interpret \"{field.Shown()}\" as string.");
        return null;
    }

    private static bool CheckRange<T>(Field field, T number, T min, T max, string type)
        where T : IComparable<T>
    {
        if (number.CompareTo(min) < 0)
        {
            field.Refuse(Codes.NumberMin, $"{type} value should be greater than or equal to {min}.");
        }
        else if (number.CompareTo(max) > 0)
        {
            field.Refuse(Codes.NumberMax, $"{type} value should be less than or equal to {max}.");
        }
        else
        {
            return true;
        }

        return false;
    }

    private static string Listed(ReadOnlySpan<long> numbers) => string.Join(", ", numbers.ToArray());
}
