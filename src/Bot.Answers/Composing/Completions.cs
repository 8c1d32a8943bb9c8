using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Composing;

/// <summary>The values that several commands complete.</summary>
internal static class Completions
{
    /// <summary>The most values that are offered at once.</summary>
    public const int MaxChoices = 25;

    public static IEnumerable<Completion> Parties(string typed, BaseSnapshot knowledge, Locale locale, Func<Party, bool>? which = null) =>
        Chosen(typed, knowledge.Base.Parties, knowledge.Parties)
            .Where(which ?? (_ => true))
            .Select(p => new Completion(p.Id, p.Name[locale]));

    public static IEnumerable<Completion> Topics(string typed, BaseSnapshot knowledge, Locale locale, Func<Topic, bool>? which = null) =>
        Chosen(typed, knowledge.Base.Topics, knowledge.Topics)
            .Where(which ?? (_ => true))
            .Select(t => new Completion(t.Id, t.Name[locale]));

    public static IEnumerable<Completion> Days(string typed, BaseSnapshot knowledge, Locale locale)
    {
        var texts = UiTexts.In(locale.ToLanguage());
        var folded = Folding.Fold(typed);
        return knowledge.Base.Facts
            .Where(f => f.Date.Precision == DatePrecision.Day)
            .Select(f => f.Date)
            .Distinct()
            .Order()
            .Select(when => new Completion(when.ToString(), texts.Date(when)))
            .Where(c => Folding.Fold(c.Label).Contains(folded, StringComparison.Ordinal) || c.Value.Contains(typed, StringComparison.Ordinal));
    }

    private static IEnumerable<T> Chosen<T>(string typed, IEnumerable<T> all, NameIndex<T> names)
        where T : class =>
        Folding.Fold(typed).Length == 0 ? all : names.Complete(typed);
}
