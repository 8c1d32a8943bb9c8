using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>Divides long lists by years, where a base spans more than one.</summary>
internal static class YearSections
{
    /// <summary>The sections with their facts divided by years, in the order in which the years come first; as they are where all facts are of one year.</summary>
    public static IEnumerable<Section> Divide(IEnumerable<Section> sections, AnswerBuilder reply)
    {
        var all = sections.ToList();
        return reply.Snapshot.SpansYears && all.SelectMany(s => s.Facts).Select(f => YearOf(f, reply)).Distinct().Count() > 1
            ? all.SelectMany(s => s.Facts.IsEmpty ? [s] : s.Facts.GroupBy(f => YearOf(f, reply)).Select((year, i) => new Section(Heading(s.Heading, year.Key, reply), i == 0 ? s.Paragraphs : [], [.. year])))
            : all;
    }

    /// <summary>A heading with a year, unless it has it already.</summary>
    public static string Heading(string? heading, int year, AnswerBuilder reply)
    {
        var text = reply.Texts.Date(FactDate.Year(year));
        return heading is null ? text : heading.Contains($"{year}", StringComparison.Ordinal) ? heading : $"{heading} · {text}";
    }

    private static int YearOf(FactCard card, AnswerBuilder reply) => reply.Snapshot.Base.FindFact(card.Id)!.Date.SortDay.Year;
}
