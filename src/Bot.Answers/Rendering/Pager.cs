using System.Collections.Immutable;
using Bot.Answers.Model;

namespace Bot.Answers.Rendering;

/// <summary>Cuts an answer into pages between its sentences and facts, never within one.</summary>
public static class Pager
{
    // No page number that is shown is longer than this.
    private const int LongestNumber = 99;

    /// <summary>A page of an answer, with the sources that the page cites.</summary>
    /// <param name="whole">The whole answer.</param>
    /// <param name="page">The page's number, from 1; a number after the last means the last.</param>
    /// <param name="size">The most that a page may measure. What cannot be cut has a page of its own even if it measures more.</param>
    /// <param name="measure">How much room an answer takes where it is shown, such as its UTF-16 units.</param>
    public static Answer Page(Answer whole, int page, int size, Func<Answer, int> measure)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var pages = Cut(whole, size, measure);
        page = Math.Clamp(page, 1, pages.Count);
        return pages.Count == 1
            ? whole with { Request = whole.Request.WithPage(1) }
            : Show(whole, pages[page - 1]) with { Page = page, Pages = pages.Count, Request = whole.Request.WithPage(page) };
    }

    private static List<List<PageItem>> Cut(Answer whole, int size, Func<Answer, int> measure)
    {
        if (measure(whole) <= size)
        {
            return [[]];
        }

        var pages = new List<List<PageItem>> { new() };
        foreach (var unit in Units(whole))
        {
            pages[^1].Add(unit);
            if (pages[^1].Count > 1 && measure(Show(whole, pages[^1]) with { Page = LongestNumber, Pages = LongestNumber }) > size)
            {
                pages[^1].RemoveAt(pages[^1].Count - 1);
                pages.Add([unit]);
            }
        }

        return pages;
    }

    private static IEnumerable<PageItem> Units(Answer whole)
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

        // What nothing on the page cites is cited by the answer itself, such as the list of all references.
        foreach (var citation in whole.Citations)
        {
            if (!cited.Contains(citation.Label))
            {
                yield return new PageItem(null, null, null, [citation.Label]);
            }
        }
    }

    private static Answer Show(Answer whole, List<PageItem> units)
    {
        var labels = units.SelectMany(u => u.Labels).ToHashSet();
        return whole with
        {
            Sections =
            [
                .. units.Where(u => u.Section is not null)
                    .GroupBy(u => u.Section)
                    .Select(g => new Section(g.Key!.Heading, [.. g.Select(u => u.Paragraph).OfType<string>()], [.. g.Select(u => u.Fact).OfType<FactCard>()])),
            ],
            Citations = [.. whole.Citations.Where(c => labels.Contains(c.Label))],
        };
    }

    /// <summary>What stands on one page or another, but not on both: a sentence, a fact, or a source that neither cites.</summary>
    private sealed record PageItem(Section? Section, string? Paragraph, FactCard? Fact, ImmutableArray<string> Labels);
}
