using System.Collections.Immutable;
using Bot.Answers.Model;

namespace Bot.Answers.Rendering;

/// <summary>Splits an answer into pages between its paragraphs and facts, never within one.</summary>
public static class Pager
{
    // The page number that pages are measured with: no number that is shown is longer.
    private const int MaxShownNumber = 99;

    /// <summary>One page of an answer, with the sources that it cites.</summary>
    /// <param name="whole">The whole answer.</param>
    /// <param name="page">The page's number, from 1; a number beyond the last page means the last page.</param>
    /// <param name="fits">Whether a page, given its number from 1, fits its platform. An item that cannot be split gets its own page even if it does not fit.</param>
    public static Answer Page(Answer whole, int page, Func<Answer, int, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(fits);
        var pages = Split(whole, fits);
        page = Math.Clamp(page, 1, pages.Count);
        return pages.Count == 1
            ? whole with { Request = whole.Request.WithPage(1) }
            : Show(whole, pages[page - 1], page) with { Page = page, Pages = pages.Count, Request = whole.Request.WithPage(page) };
    }

    private static List<List<PageItem>> Split(Answer whole, Func<Answer, int, bool> fits)
    {
        if (fits(whole, 1))
        {
            return [[]];
        }

        var pages = new List<List<PageItem>> { new() };
        foreach (var item in Items(whole))
        {
            pages[^1].Add(item);
            if (pages[^1].Count > 1 && !fits(Show(whole, pages[^1], pages.Count) with { Page = MaxShownNumber, Pages = MaxShownNumber }, pages.Count))
            {
                pages[^1].RemoveAt(pages[^1].Count - 1);
                pages.Add([item]);
            }
        }

        return pages;
    }

    private static IEnumerable<PageItem> Items(Answer whole)
    {
        var cited = new HashSet<string>();
        foreach (var section in whole.Sections)
        {
            foreach (var paragraph in section.Paragraphs)
            {
                ImmutableArray<string> labels = [.. whole.Citations.Select(c => c.Label).Where(l => paragraph.Contains($"[{l}]", StringComparison.Ordinal))];
                cited.UnionWith(labels);
                yield return new PageItem(section, paragraph, null, labels);
            }

            foreach (var fact in section.Facts)
            {
                cited.UnionWith(fact.Labels);
                yield return new PageItem(section, null, fact, fact.Labels);
            }
        }

        // The other citations belong to the answer itself, such as the list of all references.
        foreach (var citation in whole.Citations)
        {
            if (!cited.Contains(citation.Label))
            {
                yield return new PageItem(null, null, null, [citation.Label]);
            }
        }
    }

    private static Answer Show(Answer whole, List<PageItem> items, int page)
    {
        var labels = items.SelectMany(u => u.Labels).ToHashSet();
        return whole with
        {
            Sections =
            [
                .. items.Where(u => u.Section is not null)
                    .GroupBy(u => u.Section)
                    .Select(g => new Section(g.Key!.Heading, [.. g.Select(u => u.Paragraph).OfType<string>()], [.. g.Select(u => u.Fact).OfType<FactCard>()])),
            ],
            Remarks = page == 1 ? whole.Remarks : [],
            Citations = [.. whole.Citations.Where(c => labels.Contains(c.Label))],
        };
    }

    /// <summary>An item that is not split between pages: a paragraph, a fact, or a source that none of them cites.</summary>
    private sealed record PageItem(Section? Section, string? Paragraph, FactCard? Fact, ImmutableArray<string> Labels);
}
