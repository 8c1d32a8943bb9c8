using System.Collections.Immutable;

namespace Bot.Answers;

/// <summary>Cuts an answer into pages between its sentences and facts, never within one.</summary>
internal static class Paging
{
    /// <summary>A page of an answer, with the sources that the page cites.</summary>
    /// <param name="whole">The whole answer.</param>
    /// <param name="page">The page's number, from 1; a number after the last means the last.</param>
    /// <param name="size">The most UTF-16 units of plain text a page may have. What cannot be cut has a page of its own even if it is longer.</param>
    public static Answer Page(Answer whole, int page, int size)
    {
        var pages = Cut(whole, size);
        page = Math.Clamp(page, 1, pages.Count);
        return pages.Count == 1 ? whole : Show(whole, pages[page - 1]) with { Page = page, Pages = pages.Count };
    }

    private static List<List<Unit>> Cut(Answer whole, int size)
    {
        var bare = PlainText.Write(whole with { Sections = [], Citations = [] }).Length + ListLabels.In(whole.Language).Sources.Length;
        var pages = new List<List<Unit>> { new() };
        var cited = new HashSet<string>();
        var length = bare;
        foreach (var unit in Units(whole))
        {
            var added = unit.Length(whole, cited);
            if (length + added > size && pages[^1].Count > 0)
            {
                pages.Add([]);
                cited.Clear();
                length = bare;
                added = unit.Length(whole, cited);
            }

            pages[^1].Add(unit);
            cited.UnionWith(unit.Labels);
            length += added;
        }

        return pages;
    }

    private static IEnumerable<Unit> Units(Answer whole)
    {
        foreach (var section in whole.Sections)
        {
            foreach (var paragraph in section.Paragraphs)
            {
                yield return new Unit(section, paragraph, null, null);
            }

            foreach (var fact in section.Facts)
            {
                yield return new Unit(section, null, fact, null);
            }
        }

        // What no fact cites is cited by the answer itself, such as the list of all references.
        var labels = whole.Facts.SelectMany(f => f.Labels).ToHashSet();
        foreach (var citation in whole.Citations)
        {
            if (!labels.Contains(citation.Label))
            {
                yield return new Unit(null, null, null, citation);
            }
        }
    }

    private static Answer Show(Answer whole, List<Unit> units)
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

    /// <summary>What stands on one page or another, but not on both: a sentence, a fact, or a source that no fact cites.</summary>
    private sealed record Unit(Section? Section, string? Paragraph, FactCard? Fact, Citation? Citation)
    {
        public ImmutableArray<string> Labels => Fact?.Labels ?? (Citation is { } citation ? [citation.Label] : []);

        /// <summary>What it adds to the plain text of a page that already cites some sources, its section's heading included.</summary>
        public int Length(Answer whole, HashSet<string> cited)
        {
            var alone = whole with
            {
                Title = "",
                Sections = Section is null ? [] : [new(Section.Heading, Paragraph is null ? [] : [Paragraph], Fact is null ? [] : [Fact])],
                Citations = [.. whole.Citations.Where(c => Labels.Contains(c.Label) && !cited.Contains(c.Label))],
                FollowUps = [],
            };
            return PlainText.Write(alone).Length;
        }
    }
}
