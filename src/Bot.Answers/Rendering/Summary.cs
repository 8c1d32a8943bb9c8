using Bot.Answers.Model;

namespace Bot.Answers.Rendering;

/// <summary>
/// The form of an answer that readers see. Platforms render this; scripts get the whole answer. A short answer has the claim, its status
/// and one source for each fact, and leaves notes, labels and further sources to <see cref="Detail.Full"/>. The claim is never cut.
/// </summary>
public static class Summary
{
    /// <summary>The maximum length of the first page of a short list, in UTF-16 units without buttons and addresses: what fits a phone.</summary>
    public const int PhoneLength = 700;

    /// <summary>The same in Chinese, whose characters say and take up more.</summary>
    public const int ChinesePhoneLength = 350;

    // The first page shows what there is; readers who turn to another page read on.
    private const int LaterPagesFactor = 3;

    /// <summary>The form that the answer's request asks for.</summary>
    public static Answer Of(Answer whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return whole with
        {
            Sections = [.. whole.Sections.Select(s => s with { Facts = [.. s.Facts.Select(f => Shown(f, whole))] })],
            Citations = [.. whole.Citations.Where(c => IsShown(c, whole))],
            HasDetails = !IsFull(whole) && whole.Facts.Any(),
        };
    }

    /// <summary>Whether a page is short enough to be shown under its number.</summary>
    /// <param name="page">The page, as <see cref="Of"/> gives it.</param>
    /// <param name="number">Its number, from 1.</param>
    public static bool FitsPhone(Answer page, int number)
    {
        ArgumentNullException.ThrowIfNull(page);
        var max = MaxLength(page.Language) * (number == 1 ? 1 : LaterPagesFactor);
        return IsFull(page) || !page.Facts.Any() || PlainTextRenderer.Measure(page) <= max;
    }

    /// <summary>The maximum length of what a reader sees before pressing anything.</summary>
    /// <param name="language">The tag of the answer's language.</param>
    public static int MaxLength(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.StartsWith("zh", StringComparison.Ordinal) ? ChinesePhoneLength : PhoneLength;
    }

    // The closest fact has no status, which could be taken for an answer to the question.
    private static FactCard Shown(FactCard fact, Answer whole)
    {
        var status = whole.Outcome == Outcome.Closest ? null : fact.Status;
        return IsFull(whole)
            ? fact with { Status = status, Source = null }
            : fact with { Status = status, Note = fact.NeedsNote ? fact.Note : null, Labels = [] };
    }

    private static bool IsFull(Answer answer) => answer.IsWhole || answer.Request.Detail == Detail.Full;

    // The sources of the facts are shown in full, those of further facts are not.
    private static bool IsShown(Citation citation, Answer whole) =>
        IsOf(whole.Facts, citation, whole) ? IsFull(whole) : !IsOf(whole.FurtherFacts, citation, whole);

    // What a paragraph cites, such as the source of an office, is not a fact's alone.
    private static bool IsOf(IEnumerable<FactCard> facts, Citation citation, Answer whole) =>
        facts.Any(f => f.Labels.Contains(citation.Label))
        && !whole.Sections.SelectMany(s => s.Paragraphs).Any(p => p.Contains($"[{citation.Label}]", StringComparison.Ordinal));
}
