using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Reading;

/// <summary>A kind of value that can be compared.</summary>
internal enum ValueKind
{
    /// <summary>A day or a span of days.</summary>
    Day,

    /// <summary>A number with a unit.</summary>
    Number,

    /// <summary>A country or city.</summary>
    Place,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>The comparison of one value of a text with that of a fact.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Unit">The unit of a number; meaningless for other kinds.</param>
/// <param name="IsSame">Whether the fact has the same.</param>
internal readonly record struct ValueComparison(ValueKind Kind, Unit Unit, bool IsSame)
{
    private const char Same = '=';
    private const char Other = '!';

    /// <summary>The word that stands for it in a request: <c>=day</c>, <c>!place</c>, <c>!minutes</c>.</summary>
    public string ToWord() => (IsSame ? Same : Other) + (Kind == ValueKind.Number ? Unit.ToWord() : Kind.ToWord());

    /// <summary>Reads what <see cref="ToWord"/> writes; null for any other word.</summary>
    public static ValueComparison? Parse(string word)
    {
        if (word.Length < 2 || word[0] is not (Same or Other))
        {
            return null;
        }

        foreach (var kind in Enum.GetValues<ValueKind>())
        {
            if (kind != ValueKind.Number && kind.ToWord() == word[1..])
            {
                return new ValueComparison(kind, default, word[0] == Same);
            }
        }

        foreach (var unit in Enum.GetValues<Unit>())
        {
            if (unit.ToWord() == word[1..])
            {
                return new ValueComparison(ValueKind.Number, unit, word[0] == Same);
            }
        }

        return null;
    }
}
