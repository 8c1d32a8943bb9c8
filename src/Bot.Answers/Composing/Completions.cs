using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Composing;

/// <summary>Completions of the parameters that several commands share.</summary>
internal static class Completions
{
    /// <summary>The maximum number of values that are offered at once.</summary>
    public const int MaxChoices = 25;

    /// <summary>The maximum length of a value and of a label in UTF-16 units, which every platform accepts.</summary>
    public const int MaxLength = 100;

    /// <summary>As many values as are offered at once. The last says how many there are besides.</summary>
    public static IEnumerable<Completion> Limit(IEnumerable<Completion> completions, Locale locale)
    {
        var all = completions.DistinctBy(c => c.Value).ToList();
        return all.Count <= MaxChoices ? all : all.Take(MaxChoices - 1).Append(Last(all[MaxChoices - 1], all.Count - MaxChoices, UiTexts.In(locale)));
    }

    /// <summary>People, places and organisations; people first where nothing is typed.</summary>
    public static IEnumerable<Completion> Parties(string typed, BaseSnapshot snapshot, Locale locale, Func<Party, bool>? filter = null) =>
        Matching(typed, snapshot.Base.Parties.OrderBy(p => p.Kind == PartyKind.Person ? 0 : 1), snapshot.Parties)
            .Where(filter ?? (_ => true))
            .Select(p => new Completion(p.Id, p.Name[locale]));

    public static IEnumerable<Completion> Topics(string typed, BaseSnapshot snapshot, Locale locale, Func<Topic, bool>? filter = null) =>
        Matching(typed, snapshot.Base.Topics, snapshot.Topics)
            .Where(filter ?? (_ => true))
            .Select(t => new Completion(t.Id, t.Name[locale]));

    /// <summary>The chapters where there are several; to what is typed, also events.</summary>
    public static IEnumerable<Completion> Chapters(string typed, BaseSnapshot snapshot, Locale locale)
    {
        if (snapshot.Base.Chapters.Length < 2)
        {
            return [];
        }

        var folded = Folding.Fold(typed);
        var all = snapshot.Base.Chapters.Select(c => new Completion(c.Id, c.Title[locale]));
        return folded.Length == 0 ? all
            : all.Concat(snapshot.EventOrder.Events.Select(e => new Completion(e.Id, e.Title[locale])))
                .Where(c => Folding.Fold(c.Label).Contains(folded, StringComparison.Ordinal) || c.Value.Contains(typed, StringComparison.OrdinalIgnoreCase));
    }

    public static IEnumerable<Completion> Days(string typed, BaseSnapshot snapshot, Locale locale)
    {
        var texts = UiTexts.In(locale);
        var folded = Folding.Fold(typed);
        return snapshot.Base.Facts
            .Where(f => f.Date.Precision == DatePrecision.Day)
            .Select(f => f.Date)
            .Distinct()
            .Order()
            .Select(when => new Completion(when.ToString(), texts.Date(when)))
            .Where(c => Folding.Fold(c.Label).Contains(folded, StringComparison.Ordinal) || c.Value.Contains(typed, StringComparison.Ordinal));
    }

    private static Completion Last(Completion last, int more, UiTexts texts)
    {
        var room = MaxLength - UiTexts.Format(texts.AndMore, "", more).Length;
        return last with { Label = UiTexts.Format(texts.AndMore, last.Label.Length <= room ? last.Label : Cut(last.Label, room), more) };
    }

    // Never between the halves of a surrogate pair.
    private static string Cut(string label, int room) => label[..(char.IsHighSurrogate(label[room - 2]) ? room - 2 : room - 1)].TrimEnd() + "…";

    private static IEnumerable<T> Matching<T>(string typed, IEnumerable<T> all, NameIndex<T> names)
        where T : class =>
        Folding.Fold(typed).Length == 0 ? all : names.Complete(typed);
}
