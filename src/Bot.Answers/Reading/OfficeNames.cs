using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>The words for offices that name one person throughout the time of a base, such as "the foreign minister".</summary>
internal static class OfficeNames
{
    /// <summary>The words by the person whom they name. An office that several people held within the time of the base names nobody for sure, so it is left out.</summary>
    public static ILookup<Party, string> Of(FactBase @base)
    {
        return @base.Parties
            .SelectMany(p => p.Roles.Where(r => r.IsHeld(@base.Span)).SelectMany(r => r.Words).Select(w => (Party: p, Word: w)))
            .GroupBy(w => Folding.Fold(w.Word))
            .Where(w => w.DistinctBy(n => n.Party).Count() == 1)
            .SelectMany(w => w)
            .ToLookup(w => w.Party, w => w.Word);
    }
}
