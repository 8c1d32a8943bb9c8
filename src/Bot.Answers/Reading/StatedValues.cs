using System.Buffers;
using Bot.Answers.Values;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>The values that a text states, which can be compared with those of a fact.</summary>
/// <param name="Days">The days, months, years and spans of days.</param>
/// <param name="Quantities">The numbers with a unit.</param>
/// <param name="Parties">The people, places and organisations of the base.</param>
/// <param name="Places">The countries and cities that the base does not know.</param>
internal sealed record StatedValues(List<FactDate> Days, List<Quantity> Quantities, List<Party> Parties, List<Place> Places)
{
    private static List<FactDate> ReadDays(string text, IReadOnlyList<int> years) =>
        [.. years.SelectMany(year => DateParser.FindAll(text, year)).Where(d => d.Precision is not (DatePrecision.Before or DatePrecision.From)).Distinct()];

    /// <summary>Whether the text asks or claims whether something was so, so that its day may be wrong.</summary>
    public bool AssertsDay { get; init; }

    // Every date and number has one of these, or is a word of NumberReader.
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十");

    /// <summary>Reads the values of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="parties">Finds the names of the base.</param>
    /// <param name="places">Finds the names of other places.</param>
    /// <param name="years">The years that a date without one may be of.</param>
    public static StatedValues Read(string text, NameIndex<Party> parties, PlaceNames places, IReadOnlyList<int> years)
    {
        var folded = Folding.Fold(text);
        var mentioned = parties.FindMentions(text);
        return new StatedValues(
            text.AsSpan().ContainsAny(s_digits) ? ReadDays(text, years) : [],
            QuantityParser.FindAll(text),
            mentioned,
            places.Find(mentioned.Count == 0 ? folded : parties.Replace(folded, _ => "")))
        {
            AssertsDay = QuestionForm.AsksWhether(text),
        };
    }
}
